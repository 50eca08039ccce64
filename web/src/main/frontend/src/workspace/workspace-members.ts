import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { navigate } from '../kernel/router.js';
import { session, type WorkspaceRole } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { ask } from '../ui/confirm.js';
import { controls } from '../ui/controls.styles.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, tag } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { ROLE_NAME, rolesUnder } from './roles.js';
import { changeRole, listMembers, removeMember, type Member, type WorkspaceDetails } from './workspaces.api.js';

/**
 * Who is in a workspace. Only what one's role allows is offered.
 *
 * @fires changed - When somebody's role changed or somebody went.
 */
@customElement('ws-workspace-members')
export class WorkspaceMembers extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      td select {
        min-width: 9rem;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: WorkspaceDetails;

  private readonly members = new PagedList<Member>(
    this,
    (_, signal) => listMembers(this.workspace.id, signal),
    () => [this.workspace.id],
  );

  private readonly columns: readonly Column<Member>[] = [
    {
      name: 'Name',
      kind: 'title',
      cell: (it) => html`${it.displayName} ${isSelf(it) ? tag('you') : nothing}`,
    },
    { name: 'Email', cell: (it) => it.email },
    { name: 'Role', cell: (it) => this.roleOf(it) },
    { name: 'Joined', cell: (it) => moment(it.joinedAt) },
    { name: 'Actions', kind: 'actions', cell: (it) => this.tools(it) },
  ];

  override render() {
    return this.members.render(
      'members',
      (items) => html`<div class="card flush">${table('Members', this.columns, items, (it) => it.userId)}</div>`,
      () => html`<div class="card">${empty('users', 'Nobody here', 'This workspace has no members.')}</div>`,
    );
  }

  /** Whether the caller decides about this member: not about oneself, and nobody in an archive. */
  private decidesAbout(it: Member): boolean {
    return this.workspace.archivedAt === null && !isSelf(it) && rolesUnder(this.workspace.role).includes(it.role);
  }

  /** There is always an owner: the last one hands the workspace over before leaving. */
  private isLastOwner(it: Member): boolean {
    return it.role === 'owner' && this.members.items?.filter((other) => other.role === 'owner').length === 1;
  }

  private roleOf(it: Member) {
    if (!this.decidesAbout(it)) return ROLE_NAME[it.role];
    return html`<select aria-label="Role of ${it.displayName}" @change=${(event: Event) => this.setRole(it, event)}>
      ${rolesUnder(this.workspace.role).map(
        (role) => html`<option value=${role} ?selected=${role === it.role}>${ROLE_NAME[role]}</option>`,
      )}
    </select>`;
  }

  private tools(it: Member) {
    if (isSelf(it)) {
      return this.workspace.kind === 'team' && !this.isLastOwner(it)
        ? html`<button class="btn small" @click=${() => this.leave(it)}>Leave</button>`
        : nothing;
    }
    return this.decidesAbout(it)
      ? html`<button class="btn small danger" aria-label="Remove ${it.displayName}" @click=${() => this.dismiss(it)}>
          Remove
        </button>`
      : nothing;
  }

  private async setRole(it: Member, event: Event) {
    const select = event.target as HTMLSelectElement;
    try {
      const changed = await changeRole(this.workspace.id, it.userId, select.value as WorkspaceRole);
      this.members.replace(changed, (other) => other.userId === changed.userId);
      toast(`${it.displayName} is ${ROLE_NAME[changed.role].toLowerCase()} now.`);
    } catch (failure) {
      select.value = it.role;
      toastFailure(failure);
    }
  }

  private async dismiss(it: Member) {
    const text = `${it.displayName} can no longer open anything in “${this.workspace.name}” that is not shared otherwise.`;
    if (!(await ask({ title: 'Remove this member?', text, confirm: 'Remove', danger: true }))) return;
    try {
      await removeMember(this.workspace.id, it.userId);
      toast(`${it.displayName} is removed.`);
      this.members.reload();
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private async leave(it: Member) {
    const text = `You can come back to “${this.workspace.name}” only by a new invitation.`;
    if (!(await ask({ title: 'Leave this workspace?', text, confirm: 'Leave', danger: true }))) return;
    try {
      await removeMember(this.workspace.id, it.userId);
      toast(`You left ${this.workspace.name}.`);
      await session.load();
      navigate('/');
    } catch (failure) {
      toastFailure(failure);
    }
  }
}

const isSelf = (it: Member): boolean => it.userId === session.me?.id;
