import { Task } from '@lit/task';
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { notice } from '../ui/parts.js';
import { reading } from '../ui/view.js';
import { openLink, options, resetPassword, tokenOfAddress, type Link } from './account.api.js';
import { Form } from './form.js';
import { newPassword } from './new-password.js';

/** A new password by link. The person signs in with it afterwards, with the second factor if there is one. */
@customElement('ws-reset-password')
export class ResetPassword extends Form {
  @state() private next = '';
  @state() private done = false;
  private readonly token = tokenOfAddress();
  private readonly link = new Task(
    this,
    async () => ({ link: await openLink(this.token), rules: await options() }),
    () => [],
  );

  override render() {
    return html`<div class="frame">
      <img src="/favicon.svg" alt="" />
      <h1>Choose a new password</h1>
      ${
        this.done
          ? html`${notice('ok', 'Your password is changed, and all your sessions were ended.')}
              <a class="btn primary" href="/sign-in">Sign in</a>`
          : reading(this.link, 'link', ({ link, rules }) => this.form(link, rules.minimumPasswordLength))
      }
    </div>`;
  }

  private form(link: Link, minimum: number) {
    return html`<form class="card stack" @submit=${this.submit}>
      ${this.trouble}
      <p>For <strong>${link.email}</strong></p>
      <input
        class="visually-hidden"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        .value=${link.email}
        readonly
      />
      ${newPassword({
        value: this.next,
        minimum,
        error: this.problem('/newPassword'),
        typed: (value) => (this.next = value),
      })}
      <button class="btn primary" ?disabled=${this.busy}>Save password</button>
    </form>`;
  }

  protected override async send({ newPassword: password = '' }: Record<string, string>) {
    await resetPassword(this.token, password);
    this.done = true;
  }
}
