import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../ui/copy-button.js';
import { field } from '../ui/parts.js';
import { Form } from './form.js';
import { confirmFactor, enrol, type Enrolment } from './profile.api.js';
import './qr-code.js';

/**
 * Sets a second factor up in three steps: the password again, the app, a code of it; then come the recovery codes.
 *
 * @fires enrolled - When the person has seen the recovery codes.
 */
@customElement('ws-enrol-factor')
export class EnrolFactor extends Form {
  static override styles = [
    ...Form.styles,
    css`
      .key,
      ol {
        font-family: var(--mono);
        overflow-wrap: anywhere;
      }
      ol {
        columns: 2;
        margin: 0;
      }
    `,
  ];

  @state() private enrolment: Enrolment | undefined;
  @state() private codes: readonly string[] = [];

  override render() {
    if (this.codes.length > 0) return this.recovery();
    return this.enrolment === undefined ? this.first() : this.second(this.enrolment);
  }

  private first() {
    return html`<form class="stack" @submit=${this.submit}>
      ${this.trouble}
      ${field({
        id: 'password',
        label: 'Your password',
        control: html`<input
          id="password"
          name="password"
          type="password"
          required
          autocomplete="current-password"
          aria-describedby="password-hint"
        />`,
        error: this.problem('/password'),
      })}
      <button class="btn primary" ?disabled=${this.busy}>Set up an authenticator app</button>
    </form>`;
  }

  private second({ secret, uri }: Enrolment) {
    return html`<form class="stack" @submit=${this.submit}>
      ${this.trouble}
      <p>Scan this with your authenticator app, or type the key into it.</p>
      <ws-qr-code .text=${uri} label="QR code of the key below"></ws-qr-code>
      <p class="key" id="key">${secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <ws-copy-button label="Copy key" .text=${() => secret}></ws-copy-button>
      ${field({
        id: 'code',
        label: 'Code that the app shows',
        control: html`<input
          id="code"
          name="code"
          required
          inputmode="numeric"
          pattern="[0-9 ]{6,7}"
          autocomplete="one-time-code"
          aria-describedby="code-hint"
        />`,
        error: this.problem('/code'),
      })}
      <button class="btn primary" ?disabled=${this.busy}>Confirm</button>
    </form>`;
  }

  private recovery() {
    const text = this.codes.join('\n');
    return html`<div class="stack">
      <p>
        Your second factor is on. Keep these recovery codes where you find them without your phone: each opens your
        account once, and they are shown this once.
      </p>
      <ol id="recovery-codes">
        ${this.codes.map((code) => html`<li>${code}</li>`)}
      </ol>
      <div class="row">
        <ws-copy-button label="Copy codes" .text=${() => text}></ws-copy-button>
        <button class="btn primary" @click=${() => this.dispatchEvent(new CustomEvent('enrolled'))}>
          I have kept them
        </button>
      </div>
    </div>`;
  }

  protected override async send({ password = '', code = '' }: Record<string, string>) {
    if (this.enrolment === undefined) this.enrolment = await enrol(password);
    else this.codes = (await confirmFactor(code)).recoveryCodes;
  }
}
