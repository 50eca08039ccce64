import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { bytes, count } from '../kernel/format.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, tag } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import '../upload/file-upload.js';
import type { Uploaded } from '../upload/file-upload.js';
import { formatName } from './dataset-parts.js';
import { addVersion, readVersions, type Dataset, type DatasetVersion } from './datasets.api.js';

/**
 * The versions of a dataset, newest first, and the way to add one.
 *
 * @fires added - When a version was added.
 */
@customElement('ws-dataset-versions')
export class DatasetVersions extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) shown: Dataset | undefined;
  /** Whether none can be added here. */
  @property({ type: Boolean }) fixed = false;
  @state() private adding = false;

  private readonly versions = new PagedList<DatasetVersion>(
    this,
    (query, signal) => readVersions(this.shown?.id ?? '', query, signal),
    () => [this.shown?.id, this.shown?.version],
  );

  private readonly columns: readonly Column<DatasetVersion>[] = [
    {
      name: 'Version',
      kind: 'title',
      cell: (it) => html`${it.number} ${it.number === this.shown?.currentVersion ? tag('current') : nothing}`,
    },
    { name: 'Format', cell: (it) => formatName(it.format) },
    { name: 'Examples', kind: 'end', cell: (it) => count(it.exampleCount) },
    { name: 'Problems', kind: 'end', cell: (it) => count(it.invalidCount) },
    { name: 'Size', kind: 'end', cell: (it) => bytes(it.sizeBytes) },
    { name: 'Added', cell: (it) => moment(it.createdAt) },
  ];

  override render() {
    return html`<div class="stack">
      ${
        this.fixed
          ? nothing
          : html`<div><button class="btn" @click=${() => (this.adding = true)}>Upload a new version</button></div>`
      }
      ${this.versions.render(
        'versions',
        (items) => html`<div class="card flush">${table('Versions', this.columns, items, (it) => it.number)}</div>`,
        () => html`<div class="card">${empty('dataset', 'No versions', 'The first one is being read.')}</div>`,
      )}
      ${
        this.adding
          ? html`<ws-dialog heading="New version of ${this.shown?.name}" open @closed=${() => (this.adding = false)}>
              <ws-file-upload
                hint="JSONL, JSON, CSV or text, gzip or not, up to 2 GiB"
                @uploaded=${(event: CustomEvent<Uploaded | undefined>) => this.add(event.detail)}
              ></ws-file-upload>
            </ws-dialog>`
          : nothing
      }
    </div>`;
  }

  private async add(uploaded: Uploaded | undefined) {
    if (uploaded === undefined || this.shown === undefined) return;
    try {
      await addVersion(this.shown.id, uploaded.uploadId);
      this.adding = false;
      toast('The new version is being read.');
      this.versions.reload();
      this.dispatchEvent(new CustomEvent('added'));
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
