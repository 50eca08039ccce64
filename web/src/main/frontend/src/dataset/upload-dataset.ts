import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import '../upload/file-upload.js';
import type { Uploaded } from '../upload/file-upload.js';
import { formatName, nameOfFile } from './dataset-parts.js';
import { FORMATS, createDataset } from './datasets.api.js';

/**
 * The dialog that makes a dataset of a file.
 *
 * @fires created - When the dataset was made; `detail` is the dataset.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-upload-dataset')
export class UploadDataset extends LitElement {
  static override styles = [base, controls];

  @state() private uploaded: Uploaded | undefined;
  @state() private name = '';
  @state() private description = '';
  @state() private format = '';
  @state() private busy = false;
  @state() private failure: unknown;

  override render() {
    return html`<ws-dialog
      heading="Upload a dataset"
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        <ws-file-upload
          hint="JSONL, JSON, CSV or text, gzip or not, up to 2 GiB"
          @chosen=${(event: CustomEvent<string>) => (this.name ||= nameOfFile(event.detail))}
          @uploaded=${(event: CustomEvent<Uploaded | undefined>) => (this.uploaded = event.detail)}
        ></ws-file-upload>
        ${field({
          id: 'name',
          label: 'Name',
          control: html`<input
            id="name"
            required
            maxlength="200"
            .value=${this.name}
            aria-describedby="name-hint"
            @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
          />`,
          error: this.problem('/name'),
        })}
        ${field({
          id: 'description',
          label: 'Description (optional)',
          control: html`<textarea
            id="description"
            rows="2"
            maxlength="2000"
            .value=${this.description}
            @input=${(event: Event) => (this.description = (event.target as HTMLTextAreaElement).value)}
          ></textarea>`,
        })}
        ${field({
          id: 'format',
          label: 'Format',
          control: html`<select
            id="format"
            aria-describedby="format-hint"
            @change=${(event: Event) => (this.format = (event.target as HTMLSelectElement).value)}
          >
            <option value="">Detect from the whole file</option>
            ${FORMATS.map((format) => html`<option value=${format}>${formatName(format)}</option>`)}
          </select>`,
          hint: 'Say it only when the detection was wrong.',
          error: this.problem('/format'),
        })}
      </form>
      <button
        slot="actions"
        class="btn primary"
        ?disabled=${this.uploaded === undefined || this.busy}
        @click=${this.submit}
      >
        ${this.uploaded === undefined ? 'Waiting for the file' : 'Add dataset'}
      </button>
    </ws-dialog>`;
  }

  private problem(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (this.uploaded === undefined || this.busy || form?.reportValidity() !== true) return;
    this.busy = true;
    try {
      const dataset = await createDataset({
        name: this.name.trim(),
        uploadId: this.uploaded.uploadId,
        ...(this.description === '' ? {} : { description: this.description }),
        ...(this.format === '' ? {} : { format: this.format }),
      });
      this.dispatchEvent(new CustomEvent('created', { detail: dataset }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
