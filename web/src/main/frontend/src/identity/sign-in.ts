import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { secondStep, signIn, type SignedIn } from '../kernel/api.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { session } from '../kernel/session.js';
import '../sso/sso-choices.js';
import { field, notice } from '../ui/parts.js';
import { options, type Options } from './account.api.js';
import { Form } from './form.js';

/** The door: mail address and password, then a code where the account has a second factor. */
@customElement('ws-sign-in')
export class SignIn extends Form {
  @state() private challenge: string | undefined;
  @state() private offers: Options | undefined;
  @query('input[type=password], #code') private readonly secret!: HTMLInputElement | null;

  override connectedCallback() {
    super.connectedCallback();
    // Without the answer the page only offers less.
    options().then(
      (answer) => (this.offers = answer),
      () => undefined,
    );
  }

  override render() {
    return html`<div class="frame">
      <img src="/favicon.svg" alt="" />
      <h1>${this.challenge === undefined ? 'Sign in to Whetstone' : 'Enter your code'}</h1>
      ${this.challenge === undefined ? this.first() : this.second()}
    </div>`;
  }

  private first() {
    return html`<form class="card stack" @submit=${this.submit}>
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
      ${this.others()}`;
  }

  private others() {
    return html`<p class="small row">
        ${this.offers?.mail === true ? html`<a href="/forgot-password">Forgot your password?</a>` : nothing}
        ${this.offers?.registration === true ? html`<a href="/register">Make an account</a>` : nothing}
      </p>
      <p class="small muted">
        The first administrator's one-time password is printed by <code>./whetstone up</code>. Everybody else gets one,
        or an invitation, from an administrator.
      </p>`;
  }

  private second() {
    return html`<form class="card stack" @submit=${this.submit}>
        ${this.trouble}
        ${field({
          id: 'code',
          label: 'Code',
          control: html`<input
            id="code"
            name="code"
            required
            maxlength="40"
            autocomplete="one-time-code"
            inputmode="text"
            spellcheck="false"
            aria-describedby="code-hint"
          />`,
          hint: 'The six digits that your authenticator app shows, or one of your recovery codes.',
        })}
        <button class="btn primary" ?disabled=${this.busy}>Continue</button>
      </form>
      <p class="small"><button class="btn small" @click=${this.restart}>Start again</button></p>`;
  }

  protected override async send(data: Record<string, string>) {
    try {
      await (this.challenge === undefined ? this.password(data) : this.code(this.challenge, data));
    } catch (failure) {
      if (this.secret !== null) this.secret.value = '';
      this.secret?.focus();
      throw failure;
    }
  }

  private async password({ email = '', password = '' }: Record<string, string>) {
    const answer = await signIn(email, password);
    if ('challenge' in answer) {
      this.challenge = answer.challenge;
      await this.updateComplete;
      this.secret?.focus();
    } else await enter(answer);
  }

  private async code(challenge: string, { code = '' }: Record<string, string>) {
    await enter(await secondStep(challenge, code));
  }

  private readonly restart = () => {
    this.challenge = undefined;
    this.failure = undefined;
  };
}

const enter = async (answer: SignedIn): Promise<void> => {
  if (!answer.mustChangePassword && !answer.mustSetUpSecondFactor) await session.load();
};

const sentence = (failure: unknown): string =>
  failure instanceof ProblemError && failure.status === 401 ? 'Email or password is wrong.' : explain(failure);
