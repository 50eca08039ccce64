import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { notice } from '../ui/parts.js';
import { textInput } from './inputs.js';
import { checkProvider, type Check, type SaveProvider } from './providers.api.js';

/** Tries the settings of a form out, before they are kept. */
@customElement('ws-provider-check')
export class ProviderCheck extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
        justify-items: start;
      }
      li {
        display: flex;
        gap: var(--s2);
        align-items: start;
        overflow-wrap: anywhere;
      }
      li[data-ok='false'] {
        color: var(--danger);
      }
    `,
  ];

  @property({ attribute: false }) draft: SaveProvider | undefined;
  @property({ attribute: false }) providerId: string | undefined;
  @state() private result: Check | undefined;
  @state() private failure: unknown;
  @state() private busy = false;
  @state() private email = '';

  override render() {
    return html`
      ${
        this.draft?.kind === 'ldap'
          ? textInput({
              id: 'person',
              label: 'Address of somebody to look up',
              value: this.email,
              set: (email) => (this.email = email),
              hint: 'Nobody’s password is needed.',
            })
          : nothing
      }
      <button type="button" class="btn" ?disabled=${this.busy} @click=${this.run}>
        ${this.busy ? html`<span class="spinner"></span>` : icon('play')}Check
      </button>
      <div role="status">${this.steps()}</div>
    `;
  }

  private steps() {
    if (this.failure !== undefined) return notice('danger', explain(this.failure));
    if (this.result === undefined) return nothing;
    return html`<ul aria-label="Result">
      ${this.result.steps.map(
        (step) =>
          html`<li data-ok=${step.ok}>
            ${icon(step.ok ? 'check' : 'warning', step.ok ? 'Good' : 'Failed')}
            <span><strong>${step.name}</strong>: ${step.detail}</span>
          </li>`,
      )}
    </ul>`;
  }

  private readonly run = async () => {
    if (this.draft === undefined) return;
    this.busy = true;
    this.failure = undefined;
    this.result = undefined;
    try {
      this.result = await checkProvider(this.draft, this.providerId, this.email === '' ? undefined : this.email);
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-provider-check': ProviderCheck;
  }
}
