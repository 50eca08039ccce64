import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { count } from '../kernel/format.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { PagedList } from '../ui/paged-list.js';
import { empty } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { readProblems, type RowProblem } from './datasets.api.js';

const COLUMNS: readonly Column<RowProblem>[] = [
  { name: 'Line', cell: (it) => count(it.line) },
  { name: 'Reason', kind: 'full', cell: (it) => it.reason },
];

/** The rows that were left out, each with its line and the reason. */
@customElement('ws-dataset-problems')
export class DatasetProblems extends LitElement {
  static override styles = [base, controls];

  @property() datasetId = '';

  private readonly problems = new PagedList<RowProblem>(
    this,
    (query, signal) => readProblems(this.datasetId, query, signal),
    () => [this.datasetId],
  );

  override render() {
    return this.problems.render(
      'problems',
      (items) =>
        html`<div class="card flush">${table('Problems', COLUMNS, items, (it) => `${it.line} ${it.reason}`)}</div>`,
      () =>
        html`<div class="card">${empty('check', 'Every row is good', 'Nothing was left out of this dataset.')}</div>`,
    );
  }
}
