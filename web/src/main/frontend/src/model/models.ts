import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ViewActions } from '../kernel/actions.js';
import { bytes, compact, percent } from '../kernel/format.js';
import { LiveTopic } from '../kernel/live.js';
import { navigate, router } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { badge, empty, moment, pageHeader } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { View } from '../ui/view.js';
import './import-model.js';
import { listModels, titleOf, type Model } from './models.api.js';

const COLUMNS: readonly Column<Model>[] = [
  { name: 'Name', kind: 'title', cell: (it) => html`<a href="/models/${it.id}">${titleOf(it)}</a>` },
  {
    name: 'Status',
    cell: (it) =>
      badge(
        it.status,
        it.status === 'importing' && it.progress != null ? `Importing ${percent(it.progress)}` : undefined,
      ),
  },
  { name: 'Kind', cell: (it) => (it.kind === 'base' ? 'Base model' : 'Adapter') },
  { name: 'Architecture', cell: (it) => it.architecture ?? '—' },
  { name: 'Parameters', kind: 'end', cell: (it) => compact(it.parameterCount) },
  { name: 'Size', kind: 'end', cell: (it) => bytes(it.sizeBytes) },
  { name: 'Added', cell: (it) => moment(it.createdAt) },
];

const KINDS = [
  ['', 'All'],
  ['base', 'Base models'],
  ['adapter', 'Adapters'],
] as const;

/** The models of the workspace: bases and the adapters trained on them. The kind shown stands in the address. */
@customElement('ws-models')
export class Models extends View {
  private readonly list = new PagedList<Model>(
    this,
    (query, signal) => listModels({ ...query, kind: this.kind }, signal),
    () => [this.kind],
  );

  constructor() {
    super();
    const again = throttled(() => this.list.reload(), 1000);
    new LiveTopic(this, () => 'models', { onEvent: again });
    new ViewActions(this, () => [
      { id: 'models.import', title: 'Import a model', group: 'This page', keys: 'n', run: () => this.dialog(true) },
    ]);
  }

  private get kind(): string {
    return this.query.get('kind') ?? '';
  }

  override render() {
    const add = session.mayWrite
      ? html`<button class="btn primary" @click=${() => this.dialog(true)}>${icon('plus')}Import model</button>`
      : nothing;
    return html`<div class="stack wide">
        ${pageHeader({ title: 'Models', lead: 'Base models to start from, and the adapters trained on them.', actions: add })}
        <nav class="tabs" aria-label="Kind">
          ${KINDS.map(
            ([kind, title]) =>
              html`<a
                href=${kind === '' ? '/models' : `/models?kind=${kind}`}
                aria-current=${kind === this.kind ? 'page' : nothing}
                >${title}</a
              >`,
          )}
        </nav>
        ${this.list.render(
          'models',
          (items) => html`<div class="card flush">${table('Models', COLUMNS, items, (it) => it.id)}</div>`,
          () => html`<div class="card">${this.none()}</div>`,
        )}
      </div>
      ${
        this.query.has('import') && session.mayWrite
          ? html`<ws-import-model
              @closed=${() => this.dialog(false)}
              @created=${(event: CustomEvent<Model>) => navigate(`/models/${event.detail.id}`)}
            ></ws-import-model>`
          : nothing
      }`;
  }

  private none() {
    return this.kind === 'adapter'
      ? empty(
          'model',
          'No adapters yet',
          'A completed training job leaves one here.',
          session.mayWrite ? html`<a class="btn" href="/training/new">Start training</a>` : nothing,
        )
      : empty(
          'model',
          'No models yet',
          'Bring one from a hub, or upload a GGUF file or the files of a Hugging Face folder.',
        );
  }

  private dialog(open: boolean) {
    router.setQuery({ import: open ? '1' : undefined });
  }
}
