import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { signIn } from '../kernel/api.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { session } from '../kernel/session.js';
import '../sso/sso-choices.js';
import { field, notice } from '../ui/parts.js';
import { View } from '../ui/view.js';
import { frame } from './frame.styles.js';

/** The door: mail address and password. Where to go afterwards stands in the address. */
@customElement('ws-sign-in')
export class SignIn extends View {
  static override styles = [...View.styles, frame];

  @state() private failure: unknown;
  @state() private busy = false;
  @query('#password') private readonly password!: HTMLInputElement;

  override render() {
    return html`<div class="frame">
      <img src="/favicon.svg" alt="" />
      <h1>Sign in to Whetstone</h1>
      <form class="card stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', sentence(this.failure))}
        ${field({
          id: 'email',
          label: 'Email',
          control: html`<input id="email" name="email" type="email" required autocomplete="username" autofocus />`,
        })}
        ${field({
          id: 'password',
          label: 'Password',
          control: html`<input
            id="password"
            name="password"
            type="password"
            required
            autocomplete="current-password"
          />`,
        })}
        <button class="btn primary" ?disabled=${this.busy}>
          ${this.busy ? html`<span class="spinner"></span>` : nothing}Sign in
        </button>
      </form>
      <ws-sso-choices for="email"></ws-sso-choices>
      <p class="small muted">
        The first administrator's one-time password is printed by <code>./whetstone up</code>. Everybody else gets one
        from an administrator.
      </p>
    </div>`;
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.failure = undefined;
    try {
      const answer = await signIn(textOf(data, 'email'), textOf(data, 'password'));
      if (!answer.mustChangePassword) await session.load();
    } catch (failure) {
      this.failure = failure;
      this.password.value = '';
      this.password.focus();
    } finally {
      this.busy = false;
    }
  };
}

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

const sentence = (failure: unknown): string =>
  failure instanceof ProblemError && failure.status === 401 ? 'Email or password is wrong.' : explain(failure);
