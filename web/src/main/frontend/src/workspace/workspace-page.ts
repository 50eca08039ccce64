import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { session } from '../kernel/session.js';
import { moment, notice, pageHeader, tag } from '../ui/parts.js';
import '../setting/setting-form.js';
import { View, reading } from '../ui/view.js';
import { ROLE_NAME, ROLE_TEXT, administers } from './roles.js';
import './workspace-general.js';
import './workspace-invitations.js';
import './workspace-members.js';
import { readWorkspace, type WorkspaceDetails } from './workspaces.api.js';

const TITLES = { general: 'General', members: 'Members', invitations: 'Invitations', settings: 'Settings' } as const;
type Tab = keyof typeof TITLES;

/**
 * All of the present workspace: its name and end, its people, who is asked to join, and what holds for everybody in it.
 * The tab stands in the address.
 */
@customElement('ws-workspace')
export class WorkspacePage extends View {
  private readonly workspace = new Task(this, {
    task: ([id], { signal }) => readWorkspace(id, signal),
    args: () => [session.workspaceId] as const,
  });

  override render() {
    const role = session.workspace?.role;
    return html`<div class="stack wide">
      ${pageHeader({
        title: this.workspace.value?.name ?? session.workspace?.name ?? 'Workspace',
        ...(role === undefined ? {} : { beside: tag(ROLE_NAME[role]), lead: ROLE_TEXT[role] }),
      })}
      ${reading(this.workspace, 'the workspace', (it) => this.filled(it))}
    </div>`;
  }

  private filled(it: WorkspaceDetails) {
    const tabs = tabsOf(it);
    const tab = tabs.find((name) => name === this.query.get('tab')) ?? 'general';
    return html`
      ${standing(it)}
      <nav class="tabs" aria-label="Parts of the workspace">
        ${tabs.map(
          (name) =>
            html`<a href="/workspace?tab=${name}" aria-current=${name === tab ? 'page' : nothing}>${TITLES[name]}</a>`,
        )}
      </nav>
      ${this.body(tab, it)}
    `;
  }

  private body(tab: Tab, it: WorkspaceDetails) {
    switch (tab) {
      case 'members':
        return html`<ws-workspace-members .workspace=${it} @changed=${this.again}></ws-workspace-members>`;
      case 'invitations':
        return html`<ws-workspace-invitations .workspace=${it}></ws-workspace-invitations>`;
      case 'settings':
        return html`<ws-setting-form .path=${`workspaces/${it.id}/settings`} .locked=${lockOf(it)}></ws-setting-form>`;
      default:
        return html`<ws-workspace-general .workspace=${it} @changed=${this.again}></ws-workspace-general>`;
    }
  }

  /** The switcher and every page depend on name, role and archive. */
  private readonly again = async () => {
    await session.load();
    await this.workspace.run();
  };
}

/** A personal workspace has one person; in an archive nobody is invited. */
function tabsOf(it: WorkspaceDetails): readonly Tab[] {
  const mayInvite = it.kind === 'team' && administers(it.role) && it.archivedAt === null;
  return mayInvite ? ['general', 'members', 'invitations', 'settings'] : ['general', 'members', 'settings'];
}

/** Why the settings are only shown, if so. */
function lockOf(it: WorkspaceDetails): string {
  if (it.archivedAt !== null) return 'Nothing can be changed in an archived workspace.';
  return administers(it.role) ? '' : 'Only owners and administrators of the workspace can change these.';
}

function standing(it: WorkspaceDetails) {
  if (it.deleteAt !== null) {
    return notice(
      'warn',
      html`Everything in this workspace is deleted ${moment(it.deleteAt)}. An owner can restore it.`,
    );
  }
  return it.archivedAt === null
    ? nothing
    : notice('info', html`Archived ${moment(it.archivedAt)}. It can only be read.`);
}
