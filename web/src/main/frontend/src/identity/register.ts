import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { field, notice } from '../ui/parts.js';
import { register } from './account.api.js';
import { Form } from './form.js';

/** Asks for an account of one's own, which opens with a link that is sent to its address. */
@customElement('ws-register')
export class Register extends Form {
  @state() private sent = false;

  override render() {
    return html`<div class="frame">
      <img src="/favicon.svg" alt="" />
      <h1>Make an account</h1>
      ${
        this.sent
          ? notice('ok', 'A link that opens your account is on its way to your address.')
          : html`<form class="card stack" @submit=${this.submit}>
              ${this.trouble}
              ${field({
                id: 'name',
                label: 'Name',
                control: html`<input id="name" name="displayName" required maxlength="120" autocomplete="name" />`,
                error: this.problem('/displayName'),
              })}
              ${field({
                id: 'email',
                label: 'Email',
                control: html`<input
                  id="email"
                  name="email"
                  type="email"
                  required
                  maxlength="254"
                  autocomplete="email"
                  aria-describedby="email-hint"
                />`,
                error: this.problem('/email'),
              })}
              <button class="btn primary" ?disabled=${this.busy}>Register</button>
            </form>`
      }
      <p class="small"><a href="/sign-in">Back to the sign-in</a></p>
    </div>`;
  }

  protected override async send({ email = '', displayName = '' }: Record<string, string>) {
    await register({ email, displayName });
    this.sent = true;
  }
}
