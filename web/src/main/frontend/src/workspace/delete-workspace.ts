import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { download } from '../kernel/download.js';
import { time } from '../kernel/format.js';
import { explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { icon } from '../ui/icons.js';
import { field, notice } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { deleteWorkspace, exportPath, type WorkspaceDetails } from './workspaces.api.js';

/**
 * Deletes a workspace: an export first, then its name, typed.
 *
 * @fires changed - When the deletion was asked for.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-delete-workspace')
export class DeleteWorkspace extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) workspace!: WorkspaceDetails;
  @state() private typed = '';
  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    const it = this.workspace;
    return html`<ws-dialog heading="Delete this workspace?" open @closed=${() => this.close()}>
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        <p>
          “${it.name}” can only be read from now on. After a time of grace its datasets, jobs, models and keys are
          deleted for everybody. Until then an owner can restore it.
        </p>
        <p>
          <button type="button" class="btn" @click=${() => this.save()}>
            ${icon('download')}Export everything first
          </button>
        </p>
        ${field({
          id: 'typed',
          label: `Type “${it.name}” to go on`,
          control: html`<input
            id="typed"
            autocomplete="off"
            .value=${this.typed}
            @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
          />`,
        })}
      </form>
      <button slot="actions" class="btn" @click=${() => this.close()}>Cancel</button>
      <button
        slot="actions"
        class="btn primary danger"
        ?disabled=${this.busy || this.typed.trim() !== it.name}
        @click=${this.submit}
      >
        Delete workspace
      </button>
    </ws-dialog>`;
  }

  private async save() {
    await download(exportPath(this.workspace.id), `${this.workspace.name}.zip`).catch(toastFailure);
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    if (this.busy || this.typed.trim() !== this.workspace.name) return;
    this.busy = true;
    try {
      const deleted = await deleteWorkspace(this.workspace.id);
      toast(`${deleted.name} is deleted ${time(deleted.deleteAt)}.`, 'info');
      this.dispatchEvent(new CustomEvent('changed'));
      this.close();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };

  private close() {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
