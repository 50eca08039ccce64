import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/copy-button.js';
import { reading } from '../ui/view.js';
import { readRegistration } from './providers.api.js';

/** The addresses that have to be registered at an issuer. */
@customElement('ws-provider-registration')
export class ProviderRegistration extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dd {
        display: flex;
        gap: var(--s2);
        align-items: center;
        margin: 0 0 var(--s2);
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) providerId = '';

  private readonly registration = new Task(this, {
    task: ([id], { signal }) => (id === '' ? Promise.resolve(undefined) : readRegistration(id, signal)),
    args: () => [this.providerId] as const,
  });

  override render() {
    return html`<section class="card stack" aria-labelledby="heading">
      <h2 id="heading">To register at the issuer</h2>
      ${reading(this.registration, 'the addresses', (it) =>
        it === undefined
          ? html`<p class="muted">The addresses are shown once the provider is saved.</p>`
          : html`<dl>
              ${line('Redirect URI', it.redirectUri)} ${line('Redirect URI after sign-out', it.postLogoutRedirectUri)}
              ${line('Back-channel logout URI', it.backchannelLogoutUri)}
            </dl>`,
      )}
    </section>`;
  }
}

const line = (name: string, address: string) =>
  html`<dt>${name}</dt>
    <dd>
      <code>${address}</code>
      <ws-copy-button small label="Copy ${name}" .text=${() => address}></ws-copy-button>
    </dd>`;

declare global {
  interface HTMLElementTagNameMap {
    'ws-provider-registration': ProviderRegistration;
  }
}
