import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formText } from '../kernel/form-text.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from './base.styles.js';
import { controls } from './controls.styles.js';
import './dialog.js';
import { field, notice } from './parts.js';

/**
 * A dialog that asks for one line of text and sends it; why it was refused stands beside the field.
 *
 * @fires closed - When it was left.
 */
@customElement('ws-line-dialog')
export class LineDialog extends LitElement {
  static override styles = [base, controls];

  @property() heading = '';
  /** What the line is called where it is sent to: a refusal names it. */
  @property() name = 'name';
  @property() label = '';
  @property() hint = '';
  @property() value = '';
  @property({ type: Number }) maxLength = 120;
  /** What the button says. */
  @property() action = '';
  @property({ attribute: false }) send!: (line: string) => Promise<void>;
  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    const refused = this.failure instanceof ProblemError ? this.failure.field(`/${this.name}`) : undefined;
    return html`<ws-dialog heading=${this.heading} open @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}>
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined || refused !== undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: this.name,
          label: this.label,
          control: html`<input
            id=${this.name}
            name=${this.name}
            required
            maxlength=${this.maxLength}
            autocomplete="off"
            aria-describedby="${this.name}-hint"
            .value=${this.value}
          />`,
          hint: this.hint,
          error: refused,
        })}
      </form>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.submit}>${this.action}</button>
    </ws-dialog>`;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (this.busy || form?.reportValidity() !== true) return;
    this.busy = true;
    try {
      await this.send(formText(form, this.name));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-line-dialog': LineDialog;
  }
}
