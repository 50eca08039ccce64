import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { failed, field, notice, tag } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { checkAddress, type AddressCheck, type CheckedAddress } from './outbound-rules.api.js';

const COLUMNS: readonly Column<CheckedAddress>[] = [
  { name: 'Address', kind: 'title', cell: (it) => html`<code>${it.address}</code>` },
  { name: 'Kind', cell: (it) => it.range ?? 'internet' },
  { name: 'Verdict', cell: (it) => (it.allowed ? 'Allowed' : 'Closed') },
  {
    name: 'Why',
    cell: (it) =>
      it.rule === null
        ? it.reason
        : html`the rule <code>${it.rule}</code> ${it.ruleId === null ? tag('configuration') : nothing} allows it`,
  },
];

/**
 * Asks whether the server would ask an address, and shows why.
 *
 * @fires open - When a rule for a closed address is wanted; `detail` has its target and port.
 */
@customElement('ws-check-address')
export class CheckAddress extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      form {
        align-items: end;
      }
      .field {
        flex: 1 1 16rem;
      }
    `,
  ];

  @state() private answer: AddressCheck | undefined;
  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    return html`<div class="stack">
      <form class="row" @submit=${this.submit}>
        ${field({
          id: 'address',
          label: 'Address',
          control: html`<input
            id="address"
            name="address"
            required
            maxlength="2000"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder="http://ollama.lan:11434"
          />`,
        })}
        <button class="btn" ?disabled=${this.busy}>Test</button>
      </form>
      <div role="status">${this.result()}</div>
    </div>`;
  }

  private result() {
    if (this.busy) return html`<p>Resolving…</p>`;
    if (this.failure !== undefined) return failed(this.failure);
    return this.answer === undefined ? nothing : this.verdict(this.answer);
  }

  private verdict(it: AddressCheck) {
    const verdict = html`<p>
      <strong>${it.host}:${it.port}</strong> ${it.allowed ? 'may be asked' : 'is not asked'}: ${it.reason}.
      ${it.proxied ? 'It is asked through the proxy.' : nothing}
    </p>`;
    return html`<div class="stack">
      ${notice(it.allowed ? 'ok' : 'warn', it.allowed || it.addresses.length === 0 ? verdict : this.offer(verdict, it))}
      ${it.addresses.length === 0 ? nothing : table('Addresses', COLUMNS, it.addresses, (address) => address.address)}
    </div>`;
  }

  private offer(verdict: unknown, it: AddressCheck) {
    const open = () => this.dispatchEvent(new CustomEvent('open', { detail: { target: it.host, port: it.port } }));
    return html`${verdict}
      <p><button class="link" @click=${open}>Add a rule for it</button></p>`;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    this.busy = true;
    this.failure = undefined;
    try {
      this.answer = await checkAddress(data.get('address') as string);
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-check-address': CheckAddress;
  }
}
