import { Task } from '@lit/task';
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { acceptInvitation } from '../kernel/api.js';
import { router } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { field } from '../ui/parts.js';
import { reading } from '../ui/view.js';
import { openLink, options, tokenOfAddress, type Link } from './account.api.js';
import { Form } from './form.js';
import { newPassword } from './new-password.js';

/** Takes an account over: name and password, chosen by the person that it was made for. */
@customElement('ws-accept-invitation')
export class AcceptInvitation extends Form {
  @state() private next = '';
  private readonly token = tokenOfAddress();
  private readonly link = new Task(
    this,
    async () => ({ link: await openLink(this.token), rules: await options() }),
    () => [],
  );

  override render() {
    return html`<div class="frame">
      <img src="/favicon.svg" alt="" />
      <h1>Open your account</h1>
      ${reading(this.link, 'invitation', ({ link, rules }) => this.form(link, rules.minimumPasswordLength))}
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
      ${field({
        id: 'name',
        label: 'Name',
        control: html`<input
          id="name"
          name="displayName"
          required
          maxlength="120"
          autocomplete="name"
          .value=${link.displayName}
        />`,
        error: this.problem('/displayName'),
      })}
      ${newPassword({
        value: this.next,
        minimum,
        error: this.problem('/newPassword'),
        typed: (value) => (this.next = value),
      })}
      <button class="btn primary" ?disabled=${this.busy}>Open account</button>
    </form>`;
  }

  protected override async send({ displayName = '', newPassword: password = '' }: Record<string, string>) {
    const answer = await acceptInvitation(this.token, displayName, password);
    if (!answer.mustSetUpSecondFactor) await session.load();
    router.navigate('/', { replace: true });
  }
}
