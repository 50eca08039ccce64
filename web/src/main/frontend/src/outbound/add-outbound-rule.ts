import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import { createRule } from './outbound-rules.api.js';

/**
 * The dialog that adds an outbound rule.
 *
 * @fires created - When the rule was added.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-add-outbound-rule')
export class AddOutboundRule extends LitElement {
  static override styles = [base, controls];

  /** What the fields begin with. */
  @property() target = '';
  @property({ type: Number }) port: number | undefined;

  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    return html`<ws-dialog heading="Add a rule" open @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}>
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: 'target',
          label: 'Host, address or range',
          control: html`<input
            id="target"
            name="target"
            required
            maxlength="253"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby="target-hint"
            .value=${this.target}
          />`,
          hint: 'For example ollama.lan, 10.0.0.5 or 10.0.0.0/8. Prefer the narrowest that does.',
          error: this.problem('/target'),
        })}
        ${field({
          id: 'port',
          label: 'Port',
          control: html`<input
            id="port"
            name="port"
            type="number"
            min="1"
            max="65535"
            aria-describedby="port-hint"
            .value=${this.port === undefined ? '' : String(this.port)}
          />`,
          hint: 'Leave it empty to open all ports.',
          error: this.problem('/port'),
        })}
        ${field({
          id: 'note',
          label: 'Note',
          control: html`<input id="note" name="note" maxlength="500" aria-describedby="note-hint" />`,
          hint: 'Why it is open, for who reads the list later.',
          error: this.problem('/note'),
        })}
      </form>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.submit}>Add rule</button>
    </ws-dialog>`;
  }

  private problem(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (this.busy || form?.reportValidity() !== true) return;
    const { target, port, note } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    this.busy = true;
    try {
      const rule = await createRule({
        target: target ?? '',
        port: port === undefined || port === '' ? null : Number(port),
        note: note ?? '',
      });
      this.dispatchEvent(new CustomEvent('created', { detail: rule }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-add-outbound-rule': AddOutboundRule;
  }
}
