import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import '../upload/file-upload.js';
import type { Uploaded } from '../upload/file-upload.js';
import { importModel, type ModelSource } from './models.api.js';

type SourceType = ModelSource['type'];

const SOURCES: readonly { type: SourceType; title: string; admin: boolean }[] = [
  { type: 'hub', title: 'From a hub', admin: false },
  { type: 'upload', title: 'Upload files', admin: false },
  { type: 'folder', title: 'Folder on the server', admin: true },
];

/**
 * The dialog that brings a base model: from a hub, as files, or from a folder of the server.
 *
 * @fires created - When the import began; `detail` is the model.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-import-model')
export class ImportModel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .sources {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s4);
      }
    `,
  ];

  @state() private type: SourceType = 'hub';
  @state() private values: Readonly<Record<string, string>> = {};
  @state() private uploads: readonly Uploaded[] = [];
  @state() private slots = 1;
  @state() private busy = false;
  @state() private failure: unknown;

  override render() {
    return html`<ws-dialog heading="Import a model" open @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}>
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        <fieldset class="field">
          <legend>Where it comes from</legend>
          <div class="sources">
            ${SOURCES.filter((it) => !it.admin || session.isAdmin).map(
              (it) =>
                html`<label class="check">
                  <input
                    type="radio"
                    name="type"
                    .checked=${this.type === it.type}
                    @change=${() => (this.type = it.type)}
                  />
                  ${it.title}
                </label>`,
            )}
          </div>
        </fieldset>
        ${this.source()} ${this.text('name', 'Name', '', { required: true })}
      </form>
      <button
        slot="actions"
        class="btn primary"
        ?disabled=${this.busy || this.chosen() === undefined}
        @click=${this.submit}
      >
        Import
      </button>
    </ws-dialog>`;
  }

  private source() {
    switch (this.type) {
      case 'hub':
        return html`
          ${this.text('repository', 'Repository', 'As on the hub, for example HuggingFaceTB/SmolLM2-135M-Instruct.', {
            required: true,
          })}
          ${this.text('revision', 'Revision (optional)', 'A branch, tag or commit; main unless said otherwise.')}
          ${this.text('file', 'File (optional)', 'One GGUF file of the repository instead of the whole model.')}
        `;
      case 'folder':
        return this.text('path', 'Path', 'A Hugging Face folder or a GGUF file that the server can read.', {
          required: true,
        });
      default:
        return html`
          ${Array.from({ length: this.slots }, (_, index) => this.slotFor(index))}
          <p class="muted small">
            One GGUF file, or config.json, tokenizer.json and the safetensors files. Pickle files are refused.
          </p>
        `;
    }
  }

  private slotFor(index: number) {
    return html`<ws-file-upload
      label=${index === 0 ? 'Choose a file or drop it here' : 'Add another file'}
      accept=".gguf,.safetensors,.json,.jinja,.txt,.model"
      @uploaded=${(event: CustomEvent<Uploaded | undefined>) => this.took(index, event.detail)}
    ></ws-file-upload>`;
  }

  private text(name: string, label: string, hint: string, options: { required?: boolean } = {}) {
    const pointer = name === 'name' ? '/name' : `/source/${name}`;
    return field({
      id: name,
      label,
      control: html`<input
        id=${name}
        ?required=${options.required === true}
        autocomplete="off"
        spellcheck="false"
        .value=${this.values[name] ?? ''}
        aria-describedby="${name}-hint"
        @input=${(event: Event) => this.set(name, (event.target as HTMLInputElement).value)}
      />`,
      hint,
      error: this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined,
    });
  }

  private set(name: string, value: string) {
    const last = (text: string) => text.split('/').at(-1) ?? '';
    // The name follows the repository until somebody types one.
    const follows = name === 'repository' && (this.values['name'] ?? '') === last(this.values['repository'] ?? '');
    this.values = { ...this.values, [name]: value, ...(follows ? { name: last(value) } : {}) };
  }

  private took(index: number, uploaded: Uploaded | undefined) {
    const uploads = [...this.uploads];
    if (uploaded === undefined) uploads.splice(index, 1);
    else uploads[index] = uploaded;
    this.uploads = uploads;
    if (uploads.length === this.slots && uploaded !== undefined) this.slots += 1;
    if ((this.values['name'] ?? '') === '' && uploaded?.fileName.endsWith('.gguf') === true) {
      this.set('name', uploaded.fileName.replace(/\.gguf$/, ''));
    }
  }

  private chosen(): ModelSource | undefined {
    const { repository = '', revision = '', file = '', path = '' } = this.values;
    switch (this.type) {
      case 'hub':
        if (repository.trim() === '') return undefined;
        return {
          type: 'hub',
          repository: repository.trim(),
          ...(revision === '' ? {} : { revision }),
          ...(file === '' ? {} : { file }),
        };
      case 'folder':
        return path.trim() === '' ? undefined : { type: 'folder', path: path.trim() };
      default:
        return this.uploads.length === 0
          ? undefined
          : { type: 'upload', uploadIds: this.uploads.map((it) => it.uploadId) };
    }
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const source = this.chosen();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (source === undefined || this.busy || form?.reportValidity() !== true) return;
    this.busy = true;
    try {
      const model = await importModel((this.values['name'] ?? '').trim(), source);
      this.dispatchEvent(new CustomEvent('created', { detail: model }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
