import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formText } from '../kernel/form-text.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import { changePlan, type AnyWorkspace } from './all-workspaces.api.js';

/**
 * The dialog that puts a workspace on another plan.
 *
 * @fires changed - When it is; `detail` has the workspace.
 * @fires closed - When it was left.
 */
@customElement('ws-change-plan')
export class ChangePlan extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) workspace!: AnyWorkspace;
  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    const refused = this.failure instanceof ProblemError ? this.failure.field('/plan') : undefined;
    return html`<ws-dialog
      heading="Plan of ${this.workspace.name}"
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined || refused !== undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: 'plan',
          label: 'Plan',
          control: html`<input
            id="plan"
            name="plan"
            required
            maxlength="64"
            autocomplete="off"
            aria-describedby="plan-hint"
            .value=${this.workspace.plan}
          />`,
          hint: 'A name of your own, such as standard or research. The rules of feature flags use it.',
          error: refused,
        })}
      </form>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.submit}>Change plan</button>
    </ws-dialog>`;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (this.busy || form?.reportValidity() !== true) return;
    this.busy = true;
    try {
      const detail = await changePlan(this.workspace, formText(form, 'plan'));
      this.dispatchEvent(new CustomEvent('changed', { detail }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
