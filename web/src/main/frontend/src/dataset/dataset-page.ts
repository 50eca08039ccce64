import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { download } from '../kernel/download.js';
import { LiveTopic } from '../kernel/live.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { ObjectRights } from '../sharing/object-rights.js';
import '../sharing/share-dialog.js';
import type { Resource } from '../sharing/shares.api.js';
import { ask } from '../ui/confirm.js';
import { icon } from '../ui/icons.js';
import { badge, notice, pageHeader } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import '../comment/comments.js';
import { deleteDataset, readDataset, type Dataset } from './datasets.api.js';
import './dataset-problems.js';
import './dataset-rows.js';
import './dataset-summary.js';
import './dataset-versions.js';
import './split-dataset.js';

const TABS = ['preview', 'problems', 'versions', 'comments'] as const;
type Tab = (typeof TABS)[number];

/** One dataset: what was found in it, its rows, what is wrong with it, its versions, what is said. The tab stands in the address. */
@customElement('ws-dataset')
export class DatasetPage extends View {
  @property() datasetId = '';
  @state() private splitting = false;
  @state() private sharing = false;

  private readonly reader = new Task(this, {
    task: ([id], { signal }) => readDataset(id, signal),
    args: () => [this.datasetId] as const,
  });

  private readonly access = new ObjectRights(this, () => this.resource);

  constructor() {
    super();
    const again = throttled(() => void this.reader.run(), 1000);
    new LiveTopic(this, () => 'datasets', {
      onEvent: (event) => {
        const id = (event.data as { id?: string } | null)?.id;
        if (id === undefined || id === this.datasetId) again();
      },
      onRefetch: again,
    });
  }

  private get resource(): Resource | undefined {
    const it = this.reader.value;
    return it === undefined ? undefined : { type: 'dataset', id: it.id, name: it.name, workspaceId: it.workspaceId };
  }

  private get tab(): Tab {
    // A notification leads to a comment, whatever tab it stands in.
    const wanted = this.query.get('tab') ?? (this.query.has('comment') ? 'comments' : 'preview');
    return TABS.find((tab) => tab === wanted) ?? 'preview';
  }

  override render() {
    return html`<div class="stack wide">${reading(this.reader, 'the dataset', (it) => this.filled(it))}</div>`;
  }

  private filled(it: Dataset) {
    this.name(it.name);
    return html`
      ${pageHeader({
        title: it.name,
        crumb: { href: '/datasets', title: 'Datasets' },
        beside: badge(it.status),
        ...(it.description === null || it.description === '' ? {} : { lead: it.description }),
        actions: this.actions(it),
      })}
      ${this.access.notice()} ${it.status === 'processing' ? this.processing(it) : nothing}
      ${it.status === 'failed' ? notice('danger', it.error ?? 'The file could not be read.') : nothing}
      ${it.status === 'ready' ? this.ready(it) : this.comments(it)}
      ${
        this.splitting
          ? html`<ws-split-dataset .shown=${it} @closed=${() => (this.splitting = false)}></ws-split-dataset>`
          : nothing
      }
      ${
        this.sharing
          ? html`<ws-share-dialog .resource=${this.resource} @closed=${() => (this.sharing = false)}></ws-share-dialog>`
          : nothing
      }
    `;
  }

  private actions(it: Dataset) {
    const remove = this.access.rights.own
      ? html`<button class="btn danger" @click=${() => this.erase(it)}>${icon('trash')}Delete</button>`
      : nothing;
    const share = this.access.button(() => (this.sharing = true));
    if (it.status !== 'ready') return html`${share} ${remove}`;
    return html`
      ${session.mayWrite ? this.uses(it) : nothing}
      <button class="btn" @click=${() => this.save(it)}>${icon('download')}Download</button>
      ${share} ${remove}
    `;
  }

  /** What makes something new in the present workspace; a share to view is enough for it. */
  private uses(it: Dataset) {
    return html`
      <a class="btn primary" href="/training/new?dataset=${it.id}">${icon('training')}Train on it</a>
      <button class="btn" @click=${() => (this.splitting = true)}>${icon('split')}Split</button>
    `;
  }

  private processing(it: Dataset) {
    return html`<div class="card stack tight" role="status">
      <p>Every row is read, checked and counted. You may leave this page.</p>
      ${
        it.progress == null
          ? html`<progress aria-label="Processing"></progress>`
          : html`<progress max="1" .value=${it.progress} aria-label="Processing"></progress>`
      }
    </div>`;
  }

  private ready(it: Dataset) {
    return html`
      <ws-dataset-summary .shown=${it}></ws-dataset-summary>
      <nav class="tabs" aria-label="Parts of the dataset">
        ${TABS.map(
          (tab) =>
            html`<a href="/datasets/${it.id}?tab=${tab}" aria-current=${tab === this.tab ? 'page' : nothing}>
              ${this.tabTitle(tab, it)}
            </a>`,
        )}
      </nav>
      ${this.body(it)}
    `;
  }

  private tabTitle(tab: Tab, it: Dataset): string {
    return {
      preview: 'Preview',
      problems: `Problems (${it.invalidCount})`,
      versions: 'Versions',
      comments: 'Comments',
    }[tab];
  }

  private body(it: Dataset) {
    switch (this.tab) {
      case 'problems':
        return html`<ws-dataset-problems .datasetId=${it.id}></ws-dataset-problems>`;
      case 'versions':
        return html`<ws-dataset-versions
          .shown=${it}
          ?fixed=${!this.access.rights.own}
          @added=${() => this.reader.run()}
        ></ws-dataset-versions>`;
      case 'comments':
        return this.comments(it);
      default:
        return html`<ws-dataset-rows .shown=${it} .search=${this.query.get('rows') ?? ''}></ws-dataset-rows>`;
    }
  }

  private comments(it: Dataset) {
    return html`<ws-comments resourceType="dataset" .resourceId=${it.id}></ws-comments>`;
  }

  private async save(it: Dataset) {
    toast('The download begins.', 'info');
    await download(`datasets/${it.id}/download`, `${it.name}.jsonl`).catch(toastFailure);
  }

  private async erase(it: Dataset) {
    const text = `“${it.name}” and all its versions are deleted. Models trained on it stay. This cannot be undone.`;
    if (!(await ask({ title: 'Delete this dataset?', text, confirm: 'Delete dataset', danger: true }))) return;
    try {
      await deleteDataset(it);
      toast(`${it.name} is deleted.`);
      navigate('/datasets');
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
