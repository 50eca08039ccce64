import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { ask } from '../ui/confirm.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, notice, pageHeader } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import { ROLE_NAME } from './roles.js';
import { acceptInvitation, declineInvitation, listReceived, type Invitation } from './workspaces.api.js';

/** What one was asked to join, and one's answers. */
@customElement('ws-received-invitations')
export class ReceivedInvitations extends View {
  @state() private joined: Invitation | undefined;
  @state() private answering = '';

  private readonly invitations = new PagedList<Invitation>(this, (_, signal) => listReceived(signal));

  private readonly columns: readonly Column<Invitation>[] = [
    { name: 'Workspace', kind: 'title', cell: (it) => it.workspaceName },
    { name: 'Your role', cell: (it) => ROLE_NAME[it.role] },
    { name: 'Invited by', cell: (it) => it.invitedBy },
    { name: 'Sent', cell: (it) => moment(it.createdAt) },
    { name: 'Expires', cell: (it) => moment(it.expiresAt) },
    { name: 'Actions', kind: 'actions', cell: (it) => this.tools(it) },
  ];

  override render() {
    return html`<div class="stack wide">
      ${pageHeader({ title: 'Invitations', lead: 'Workspaces that you are asked to join.' })}
      ${this.joined === undefined ? nothing : this.welcome(this.joined)}
      ${this.invitations.render(
        'invitations',
        (items) => html`<div class="card flush">${table('Invitations', this.columns, items, (it) => it.id)}</div>`,
        () =>
          html`<div class="card">
            ${empty('mail', 'No invitation waits for you', 'When somebody invites your address, it is shown here.')}
          </div>`,
      )}
    </div>`;
  }

  private welcome(it: Invitation) {
    return notice(
      'ok',
      html`You are in “${it.workspaceName}” now.
        <button class="link" @click=${() => this.enter(it)}>Open the workspace</button>`,
    );
  }

  private tools(it: Invitation) {
    const busy = this.answering === it.id;
    return html`<div class="row">
      <button
        class="btn small primary"
        aria-label="Accept the invitation to ${it.workspaceName}"
        ?disabled=${busy}
        @click=${() => this.accept(it)}
      >
        Accept
      </button>
      <button
        class="btn small"
        aria-label="Decline the invitation to ${it.workspaceName}"
        ?disabled=${busy}
        @click=${() => this.decline(it)}
      >
        Decline
      </button>
    </div>`;
  }

  private enter(it: Invitation) {
    session.switchTo(it.workspaceId);
    navigate('/');
  }

  private accept(it: Invitation) {
    return this.answer(it, async () => {
      this.joined = await acceptInvitation(it.id);
      await session.load();
    });
  }

  private async decline(it: Invitation) {
    const text = `You will not be in “${it.workspaceName}” unless you are invited again.`;
    if (!(await ask({ title: 'Decline this invitation?', text, confirm: 'Decline', danger: true }))) return;
    await this.answer(it, async () => {
      await declineInvitation(it.id);
      toast('The invitation is declined.', 'info');
    });
  }

  private async answer(it: Invitation, send: () => Promise<void>) {
    this.answering = it.id;
    try {
      await send();
    } catch (failure) {
      toastFailure(failure);
    } finally {
      this.answering = '';
      this.invitations.reload();
    }
  }
}
