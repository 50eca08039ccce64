import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import { createUser, inviteUser, type Role } from './users.api.js';

/**
 * The dialog that adds a person.
 *
 * @fires created - When the person was added; `detail` has the user and the password or link to hand over.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-create-user')
export class CreateUser extends LitElement {
  static override styles = [base, controls];

  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    return html`<ws-dialog heading="Add a user" open @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}>
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: 'displayName',
          label: 'Name',
          control: html`<input id="displayName" name="displayName" required maxlength="200" autocomplete="off" />`,
          error: this.problem('/displayName'),
        })}
        ${field({
          id: 'email',
          label: 'Email',
          control: html`<input id="email" name="email" type="email" required maxlength="320" autocomplete="off" />`,
          error: this.problem('/email'),
        })}
        ${field({
          id: 'role',
          label: 'Role',
          control: html`<select id="role" name="role" aria-describedby="role-hint">
            <option value="user">User</option>
            <option value="admin">Administrator</option>
          </select>`,
          hint: 'Administrators manage users and see the state of the system.',
        })}
        ${field({
          id: 'way',
          label: 'First sign-in',
          control: html`<select id="way" name="way" aria-describedby="way-hint">
            <option value="invitation">Invitation by link</option>
            <option value="password">One-time password</option>
          </select>`,
          hint: 'With the link people choose their password at once; a one-time password has to be changed.',
        })}
      </form>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.submit}>Add user</button>
    </ws-dialog>`;
  }

  private problem(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (this.busy || form?.reportValidity() !== true) return;
    const data = Object.fromEntries(new FormData(form)) as Record<'email' | 'displayName' | 'way', string> & {
      role: Role;
    };
    const { way, ...user } = data;
    this.busy = true;
    try {
      this.dispatchEvent(
        new CustomEvent('created', { detail: await (way === 'password' ? createUser : inviteUser)(user) }),
      );
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
