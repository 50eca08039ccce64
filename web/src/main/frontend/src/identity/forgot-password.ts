import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { field, notice } from '../ui/parts.js';
import { forgotPassword } from './account.api.js';
import { Form } from './form.js';

/** Asks for a link to a new password. What it says is the same for every address. */
@customElement('ws-forgot-password')
export class ForgotPassword extends Form {
  @state() private sent = false;

  override render() {
    return html`<div class="frame">
      <img src="/favicon.svg" alt="" />
      <h1>Forgot your password?</h1>
      ${
        this.sent
          ? notice('ok', 'If this address has an account, a link to a new password is on its way to it.')
          : html`<form class="card stack" @submit=${this.submit}>
              ${this.trouble}
              ${field({
                id: 'email',
                label: 'Email',
                control: html`<input id="email" name="email" type="email" required autocomplete="username" />`,
              })}
              <button class="btn primary" ?disabled=${this.busy}>Send a link</button>
            </form>`
      }
      <p class="small"><a href="/sign-in">Back to the sign-in</a></p>
    </div>`;
  }

  protected override async send({ email = '' }: Record<string, string>) {
    await forgotPassword(email);
    this.sent = true;
  }
}
