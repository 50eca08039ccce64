import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formText } from '../kernel/form-text.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { createWorkspace } from './workspaces.api.js';

/** The dialog that makes a workspace for a team, and goes there. It removes itself. */
@customElement('ws-create-workspace')
export class CreateWorkspace extends LitElement {
  static override styles = [base, controls];

  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    const refused = this.failure instanceof ProblemError ? this.failure.field('/name') : undefined;
    return html`<ws-dialog heading="New workspace" open @closed=${() => this.remove()}>
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined || refused !== undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: 'name',
          label: 'Name',
          control: html`<input
            id="name"
            name="name"
            required
            maxlength="120"
            autocomplete="off"
            aria-describedby="name-hint"
          />`,
          hint: 'A workspace of a team has its own datasets, jobs and models. You will be its owner and can invite others.',
          error: refused,
        })}
      </form>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.submit}>Create workspace</button>
    </ws-dialog>`;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (this.busy || form?.reportValidity() !== true) return;
    this.busy = true;
    try {
      const made = await createWorkspace(formText(form, 'name'));
      await session.load();
      session.switchTo(made.id);
      navigate('/workspace?tab=members');
      toast(`${made.name} is there. You are its owner.`);
      this.remove();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-create-workspace': CreateWorkspace;
  }
}
