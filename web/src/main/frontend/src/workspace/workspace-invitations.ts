import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formText } from '../kernel/form-text.js';
import { ProblemError, explain } from '../kernel/problem.js';
import type { WorkspaceRole } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { ask } from '../ui/confirm.js';
import { controls } from '../ui/controls.styles.js';
import { PagedList } from '../ui/paged-list.js';
import { badge, empty, field, moment, notice } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { ROLE_NAME, ROLE_TEXT, rolesToInvite } from './roles.js';
import { invite, listInvitations, revokeInvitation, type Invitation, type WorkspaceDetails } from './workspaces.api.js';

/** Who is asked to join a workspace, and asking. */
@customElement('ws-workspace-invitations')
export class WorkspaceInvitations extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: var(--s3) var(--s4);
        align-items: start;
      }
      form > :first-child,
      form > .notice {
        grid-column: 1 / -1;
      }
      form > .btn {
        margin-top: 25px;
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: WorkspaceDetails;
  @state() private chosen: WorkspaceRole = 'member';
  @state() private failure: unknown;
  @state() private busy = false;

  private readonly invitations = new PagedList<Invitation>(
    this,
    (_, signal) => listInvitations(this.workspace.id, signal),
    () => [this.workspace.id],
  );

  private readonly columns: readonly Column<Invitation>[] = [
    { name: 'Email', kind: 'title', cell: (it) => it.email },
    { name: 'Role', cell: (it) => ROLE_NAME[it.role] },
    { name: 'Invited by', cell: (it) => it.invitedBy },
    { name: 'Sent', cell: (it) => moment(it.createdAt) },
    { name: 'Expires', cell: (it) => (it.expired ? badge('disabled', 'Expired') : moment(it.expiresAt)) },
    {
      name: 'Actions',
      kind: 'actions',
      cell: (it) =>
        html`<button
          class="btn small danger"
          aria-label="Revoke the invitation of ${it.email}"
          @click=${() => this.revoke(it)}
        >
          Revoke
        </button>`,
    },
  ];

  override render() {
    return html`<div class="stack">
      <section class="card" aria-labelledby="asking">${this.form()}</section>
      ${this.invitations.render(
        'invitations',
        (items) => html`<div class="card flush">${table('Invitations', this.columns, items, (it) => it.id)}</div>`,
        () =>
          html`<div class="card">
            ${empty('mail', 'No invitation is open', 'Those that nobody has answered yet are listed here.')}
          </div>`,
      )}
    </div>`;
  }

  private form() {
    const refused = this.failure instanceof ProblemError ? this.failure.field('/email') : undefined;
    return html`<form @submit=${this.submit}>
      <h2 id="asking">Invite somebody</h2>
      ${this.failure === undefined || refused !== undefined ? nothing : notice('danger', explain(this.failure))}
      ${field({
        id: 'email',
        label: 'Email',
        control: html`<input
          id="email"
          name="email"
          type="email"
          required
          maxlength="254"
          autocomplete="off"
          aria-describedby="email-hint"
        />`,
        hint: 'There need not be an account of this address yet.',
        error: refused,
      })}
      ${field({
        id: 'role',
        label: 'Role',
        control: html`<select
          id="role"
          aria-describedby="role-hint"
          @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value as WorkspaceRole)}
        >
          ${rolesToInvite(this.workspace.role).map(
            (role) => html`<option value=${role} ?selected=${role === this.chosen}>${ROLE_NAME[role]}</option>`,
          )}
        </select>`,
        hint: ROLE_TEXT[this.chosen],
      })}
      <button class="btn primary" ?disabled=${this.busy}>Invite</button>
    </form>`;
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.busy = true;
    this.failure = undefined;
    try {
      const sent = await invite(this.workspace.id, formText(form, 'email'), this.chosen);
      toast(`${sent.email} is invited as ${ROLE_NAME[sent.role].toLowerCase()}.`);
      form.reset();
      this.chosen = 'member';
      this.invitations.reload();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };

  private async revoke(it: Invitation) {
    const text = `${it.email} can no longer accept it.`;
    if (!(await ask({ title: 'Revoke this invitation?', text, confirm: 'Revoke', danger: true }))) return;
    try {
      await revokeInvitation(this.workspace.id, it.id);
      toast('The invitation is revoked.');
      this.invitations.reload();
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
