import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { session } from '../kernel/session.js';
import { field, notice, pageHeader } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import { Form } from './form.js';
import { changeEmail, rename } from './profile.api.js';
import './my-sessions.js';
import './second-factor.js';

/** Name, address, password, second factor and sessions of the person who looks. */
@customElement('ws-profile')
export class Profile extends View {
  override render() {
    return html`<div class="stack">
      ${pageHeader({ title: 'Profile & security', lead: 'Who you are here, and what keeps others out.' })}
      <ws-my-name></ws-my-name>
      <ws-my-email></ws-my-email>
      <section class="card stack" aria-labelledby="password">
        <h2 id="password">Password</h2>
        <p>Changing it ends your sessions on all other devices.</p>
        <div><a class="btn" href="/password">Change password</a></div>
      </section>
      <ws-second-factor></ws-second-factor>
      <ws-my-sessions></ws-my-sessions>
      <p class="small muted">To have your account closed, ask an administrator.</p>
    </div>`;
  }
}

/** The name that others see. */
@customElement('ws-my-name')
export class MyName extends Form {
  override render() {
    return html`<section class="card" aria-labelledby="name-title">
      <form class="stack" @submit=${this.submit}>
        <h2 id="name-title">Name</h2>
        ${this.trouble}
        ${field({
          id: 'displayName',
          label: 'Name that others see',
          control: html`<input
            id="displayName"
            name="displayName"
            required
            maxlength="120"
            autocomplete="name"
            aria-describedby="displayName-hint"
            .value=${session.me?.displayName ?? ''}
          />`,
          error: this.problem('/displayName'),
        })}
        <div><button class="btn" ?disabled=${this.busy}>Save name</button></div>
      </form>
    </section>`;
  }

  protected override async send({ displayName = '' }: Record<string, string>) {
    await rename(displayName);
    await session.load();
    toast('Your name is changed.');
  }
}

/** The address that the person signs in with. */
@customElement('ws-my-email')
export class MyEmail extends Form {
  @state() private sentTo = '';

  override render() {
    return html`<section class="card" aria-labelledby="email-title">
      <form class="stack" @submit=${this.submit}>
        <h2 id="email-title">Email</h2>
        <p>You sign in as <strong>${session.me?.email}</strong>.</p>
        ${this.trouble}
        ${
          this.sentTo === ''
            ? nothing
            : notice('ok', `A link is on its way to ${this.sentTo}. The address counts once you opened it.`)
        }
        ${field({
          id: 'email',
          label: 'New email',
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
        ${session.me?.secondFactor === true ? this.code() : nothing}
        <div><button class="btn" ?disabled=${this.busy}>Send a link to the new address</button></div>
      </form>
    </section>`;
  }

  private code() {
    return field({
      id: 'code',
      label: 'Code',
      control: html`<input
        id="code"
        name="code"
        required
        maxlength="40"
        autocomplete="one-time-code"
        aria-describedby="code-hint"
      />`,
      error: this.problem('/code'),
    });
  }

  protected override async send({ email = '', password = '', code }: Record<string, string>) {
    await changeEmail({ email, password, ...(code === undefined ? {} : { code }) });
    this.sentTo = email;
  }
}
