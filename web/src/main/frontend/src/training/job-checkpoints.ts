import { Task } from '@lit/task';
import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bytes, count, figure } from '../kernel/format.js';
import { LiveTopic } from '../kernel/live.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { empty, moment, tag } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { reading } from '../ui/view.js';
import { readCheckpoints, type Checkpoint } from './training.api.js';

const COLUMNS: readonly Column<Checkpoint>[] = [
  {
    name: 'Step',
    kind: 'title',
    cell: (it) => html`${count(it.step)} ${it.best ? tag('best') : ''} ${it.latest ? tag('latest') : ''}`,
  },
  { name: 'Epoch', kind: 'end', cell: (it) => figure(it.epoch, 3) },
  { name: 'Loss', kind: 'end', cell: (it) => figure(it.loss) },
  { name: 'Evaluation loss', kind: 'end', cell: (it) => figure(it.evalLoss) },
  { name: 'Size', kind: 'end', cell: (it) => bytes(it.sizeBytes) },
  { name: 'Saved', cell: (it) => moment(it.createdAt) },
];

/** The checkpoints that a job keeps. */
@customElement('ws-job-checkpoints')
export class JobCheckpoints extends LitElement {
  static override styles = [base, controls];

  @property() jobId = '';
  @property() workspaceId = '';

  private readonly checkpoints = new Task(this, {
    task: ([id], { signal }) => readCheckpoints(id, signal),
    args: () => [this.jobId] as const,
  });

  constructor() {
    super();
    new LiveTopic(
      this,
      () => (this.jobId === '' ? undefined : `training_jobs/${this.jobId}`),
      {
        onEvent: (event) => void (event.event === 'checkpoint' && this.checkpoints.run()),
      },
      () => this.workspaceId,
    );
  }

  override render() {
    return reading(this.checkpoints, 'checkpoints', (items) =>
      items.length === 0
        ? html`<div class="card">
            ${empty('model', 'No checkpoints yet', 'One is saved every few hundred steps and at the end.')}
          </div>`
        : html`<div class="card flush">${table('Checkpoints', COLUMNS, items, (it) => it.step)}</div>`,
    );
  }
}
