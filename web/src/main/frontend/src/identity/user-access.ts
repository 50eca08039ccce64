import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { ask } from '../ui/confirm.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { moment, notice } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { reading } from '../ui/view.js';
import {
  endSessions,
  inviteAgain,
  resetLink,
  resetPassword,
  resetSecondFactor,
  unlockUser,
  userDetail,
  type HandedLink,
  type User,
  type UserDetail,
  type WithPassword,
} from './users.api.js';

/**
 * How an administrator helps somebody back in, or keeps somebody out.
 *
 * @fires told - When there is a password or a link to hand over; `detail` has it.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-user-access')
export class UserAccess extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) user!: User;
  private readonly detail = new Task(
    this,
    ([id], { signal }) => userDetail(id, signal),
    () => [this.user.id] as const,
  );

  override render() {
    return html`<ws-dialog
      heading="Access of ${this.user.displayName}"
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <div class="stack">${reading(this.detail, 'access', (detail) => this.filled(detail))}</div>
    </ws-dialog>`;
  }

  private filled({ user, sessions, blockedUntil }: UserDetail) {
    const pending = user.status === 'pending';
    return html`
      ${
        blockedUntil === null
          ? nothing
          : notice('warn', html`Failed sign-ins keep this account closed until ${moment(blockedUntil)}.`)
      }
      <p>
        Second factor: ${user.secondFactor ? 'on' : 'off'}. Open sessions:
        ${sessions.length === 0 ? 'none' : sessions.map((it) => it.device).join(', ')}.
      </p>
      <div class="row">
        ${
          pending
            ? this.button('New invitation', () => this.hand(inviteAgain))
            : html`${this.button('Link to a new password', () => this.hand(resetLink))}
              ${this.button('One-time password', () => this.reset())}`
        }
        ${this.button('Unlock', () => this.run(unlockUser(user), 'The account takes sign-ins again.'))}
        ${user.secondFactor ? this.button('Reset second factor', () => this.resetFactor()) : nothing}
        ${sessions.length > 0 ? this.button('End all sessions', () => this.run(endSessions(user), 'The sessions are ended.')) : nothing}
      </div>
    `;
  }

  private button(label: string, run: () => Promise<unknown>) {
    return html`<button class="btn small" @click=${run}>${label}</button>`;
  }

  private async run(work: Promise<unknown>, done: string) {
    try {
      await work;
      toast(done);
      await this.detail.run();
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private async hand(make: (user: User) => Promise<HandedLink>) {
    try {
      this.tell(await make(this.user));
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private async reset() {
    const text = `${this.user.displayName}'s present password stops working; a new one-time password is shown to you.`;
    if (!(await ask({ title: 'Reset this password?', text, confirm: 'Reset password' }))) return;
    try {
      this.tell(await resetPassword(this.user));
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private async resetFactor() {
    const text = `${this.user.displayName} signs in with the password alone from then on, and is signed out everywhere.`;
    const question = { title: 'Reset the second factor?', text, confirm: 'Reset', danger: true };
    if (await ask(question)) await this.run(resetSecondFactor(this.user), 'The second factor is reset.');
  }

  private tell(detail: HandedLink | WithPassword) {
    this.dispatchEvent(new CustomEvent('told', { detail }));
  }
}
