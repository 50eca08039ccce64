import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { changePassword } from '../kernel/api.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { field, notice } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import { frame } from './frame.styles.js';
import { newPassword } from './new-password.js';

const MINIMUM = 12;

/** A new password, by choice or because the first one was for one time only. */
@customElement('ws-change-password')
export class ChangePassword extends View {
  static override styles = [...View.styles, frame];

  @state() private failure: unknown;
  @state() private busy = false;
  @state() private next = '';
  @state() private again = '';

  override render() {
    const forced = session.state === 'password';
    return html`<div class="frame">
      ${forced ? html`<img src="/favicon.svg" alt="" />` : nothing}
      <h1>${forced ? 'Choose your own password' : 'Change password'}</h1>
      ${forced ? html`<p class="muted">The one you signed in with works once only.</p>` : nothing}
      <form class="card stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        <input
          class="visually-hidden"
          name="email"
          autocomplete="username"
          tabindex="-1"
          aria-hidden="true"
          .value=${session.me?.email ?? ''}
          readonly
        />
        ${field({
          id: 'current',
          label: 'Current password',
          control: html`<input id="current" name="current" type="password" required autocomplete="current-password" />`,
          error: this.problem('/currentPassword'),
        })}
        ${newPassword({
          value: this.next,
          minimum: MINIMUM,
          error: this.problem('/newPassword'),
          typed: (value) => (this.next = value),
        })}
        ${field({
          id: 'again',
          label: 'New password again',
          control: html`<input
            id="again"
            type="password"
            required
            autocomplete="new-password"
            aria-describedby="again-hint"
            aria-invalid=${this.differs}
            @input=${(event: Event) => (this.again = (event.target as HTMLInputElement).value)}
          />`,
          error: this.differs ? 'The two are not the same.' : undefined,
        })}
        <button class="btn primary" ?disabled=${this.busy}>Save password</button>
      </form>
    </div>`;
  }

  private get differs(): boolean {
    return this.again !== '' && this.again !== this.next;
  }

  private problem(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.next !== this.again) return;
    const current = new FormData(event.target as HTMLFormElement).get('current');
    this.busy = true;
    this.failure = undefined;
    try {
      await changePassword(typeof current === 'string' ? current : '', this.next);
      await session.load();
      toast('Your password is changed.');
      navigate('/');
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
