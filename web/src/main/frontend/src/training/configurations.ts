import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LiveTopic } from '../kernel/live.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, pageHeader } from '../ui/parts.js';
import { searchBox } from '../ui/search-box.js';
import { table, type Column } from '../ui/table.js';
import { View } from '../ui/view.js';
import { listConfigurations, startPath, type TrainingConfiguration } from './configurations.api.js';

const COLUMNS: readonly Column<TrainingConfiguration>[] = [
  { name: 'Name', kind: 'title', cell: (it) => html`<a href="/training/configs/${it.id}">${it.name}</a>` },
  { name: 'Model', cell: (it) => it.modelName },
  { name: 'Dataset', cell: (it) => it.datasetName ?? '—' },
  { name: 'Changed', cell: (it) => moment(it.updatedAt) },
  {
    name: 'Actions',
    kind: 'actions',
    cell: (it) =>
      session.mayWrite
        ? html`<a class="btn small" href=${startPath(it)} aria-label="Start a job from ${it.name}">
            ${icon('play')}Start
          </a>`
        : nothing,
  },
];

/** The saved beginnings of training jobs in the workspace, newest first. */
@customElement('ws-training-configurations')
export class TrainingConfigurations extends View {
  @state() private search = '';

  private readonly list = new PagedList<TrainingConfiguration>(
    this,
    (query, signal) => listConfigurations({ ...query, search: this.search }, signal),
    () => [this.search],
  );

  constructor() {
    super();
    const again = throttled(() => this.list.reload(), 500);
    new LiveTopic(this, () => 'training_configurations', { onEvent: again, onRefetch: again });
  }

  override render() {
    return html`<div class="stack wide">
      ${pageHeader({
        title: 'Training configurations',
        crumb: { href: '/training', title: 'Training' },
        lead: 'A base model, a dataset and parameters under a name, to begin training jobs with.',
      })}
      ${searchBox('Search configurations', this.search, (text) => (this.search = text))}
      ${this.list.render(
        'training configurations',
        (items) =>
          html`<div class="card flush">${table('Training configurations', COLUMNS, items, (it) => it.id)}</div>`,
        () => html`<div class="card">${this.none()}</div>`,
      )}
    </div>`;
  }

  private none() {
    if (this.search !== '') return empty('search', 'Nothing found', 'No configuration has this in its name.');
    const start = session.mayWrite
      ? html`<a class="btn primary" href="/training/new">${icon('plus')}New training job</a>`
      : nothing;
    return empty(
      'training',
      'No configurations yet',
      'Set up a training job and choose “Save as configuration” to keep its choices.',
      start,
    );
  }
}
