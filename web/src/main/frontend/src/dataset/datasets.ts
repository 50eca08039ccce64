import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ViewActions } from '../kernel/actions.js';
import { bytes, count, percent } from '../kernel/format.js';
import { LiveTopic } from '../kernel/live.js';
import { navigate, router } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { badge, empty, moment, pageHeader } from '../ui/parts.js';
import { searchBox } from '../ui/search-box.js';
import { table, type Column } from '../ui/table.js';
import { View } from '../ui/view.js';
import { formatName } from './dataset-parts.js';
import { listDatasets, type Dataset } from './datasets.api.js';
import './example-datasets.js';
import './upload-dataset.js';

const COLUMNS: readonly Column<Dataset>[] = [
  { name: 'Name', kind: 'title', cell: (it) => html`<a href="/datasets/${it.id}">${it.name}</a>` },
  {
    name: 'Status',
    cell: (it) =>
      badge(
        it.status,
        it.status === 'processing' && it.progress != null ? `Processing ${percent(it.progress)}` : undefined,
      ),
  },
  { name: 'Format', cell: (it) => formatName(it.format) },
  { name: 'Examples', kind: 'end', cell: (it) => (it.status === 'ready' ? count(it.exampleCount) : '—') },
  { name: 'Problems', kind: 'end', cell: (it) => (it.status === 'ready' ? count(it.invalidCount) : '—') },
  { name: 'Size', kind: 'end', cell: (it) => bytes(it.sizeBytes) },
  { name: 'Changed', cell: (it) => moment(it.updatedAt) },
];

/** The datasets of the workspace. Search and the upload dialog stand in the address. */
@customElement('ws-datasets')
export class Datasets extends View {
  @state() private searched = false;

  private readonly list = new PagedList<Dataset>(
    this,
    (query, signal) => listDatasets({ ...query, search: this.search }, signal),
    () => [this.search],
  );

  constructor() {
    super();
    const again = throttled(() => this.list.reload(), 1000);
    new LiveTopic(this, () => 'datasets', { onEvent: again });
    new ViewActions(this, () => [
      { id: 'datasets.upload', title: 'Upload a dataset', group: 'This page', keys: 'n', run: () => this.dialog(true) },
    ]);
  }

  private get search(): string {
    return this.query.get('search') ?? '';
  }

  override render() {
    return html`<div class="stack wide">
        ${pageHeader({
          title: 'Datasets',
          lead: 'Examples that a model learns from. Each upload is checked row by row.',
          actions: this.upload('plus'),
        })}
        ${
          this.searched || this.search !== '' || (this.list.items?.length ?? 0) > 0
            ? searchBox('Search datasets', this.search, (search) => {
                this.searched = true;
                router.setQuery({ search });
              })
            : nothing
        }
        ${this.list.render(
          'datasets',
          (items) => html`<div class="card flush">${table('Datasets', COLUMNS, items, (it) => it.id)}</div>`,
          () => this.none(),
        )}
      </div>
      ${
        this.query.has('upload') && session.mayWrite
          ? html`<ws-upload-dataset
              @closed=${() => this.dialog(false)}
              @created=${(event: CustomEvent<Dataset>) => navigate(`/datasets/${event.detail.id}`)}
            ></ws-upload-dataset>`
          : nothing
      }`;
  }

  private none() {
    if (this.search !== '') return empty('search', 'No dataset is called that', 'Try a shorter part of the name.');
    return html`<div class="stack wide">
      <div class="card">
        ${empty(
          'dataset',
          'No datasets yet',
          'Upload JSONL, JSON, CSV or text (gzip works too), or begin with one of the examples below.',
          this.upload('upload'),
        )}
      </div>
      ${session.mayWrite ? html`<ws-example-datasets></ws-example-datasets>` : nothing}
    </div>`;
  }

  private upload(name: 'plus' | 'upload') {
    if (!session.mayWrite) return nothing;
    return html`<button class="btn primary" @click=${() => this.dialog(true)}>${icon(name)}Upload dataset</button>`;
  }

  private dialog(open: boolean) {
    router.setQuery({ upload: open ? '1' : undefined });
  }
}
