import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import type { GroupMapping } from './providers.api.js';

const EMPTY: GroupMapping = { group: '', role: 'user', workspaceId: null, workspaceRole: null };

/**
 * What the members of groups are here, line by line.
 *
 * @fires changed - When a line changed; `detail` has all of them.
 */
@customElement('ws-mapping-editor')
export class MappingEditor extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      li {
        display: grid;
        grid-template-columns: 2fr 1fr 1.5fr 1fr auto;
        gap: var(--s2);
        align-items: end;
        margin-bottom: var(--s2);
      }
      @media (max-width: 720px) {
        li {
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) mappings: readonly GroupMapping[] = [];

  override render() {
    return html`<ul aria-label="Groups">
        ${this.mappings.map((it, index) => html`<li>${this.line(it, index)}</li>`)}
      </ul>
      <button type="button" class="btn small" @click=${() => this.tell([...this.mappings, EMPTY])}>
        ${icon('plus')}Add a group
      </button>`;
  }

  private line(it: GroupMapping, index: number) {
    const number = index + 1;
    return html`
      <div class="field">
        <label for="group-${index}">Group ${number}</label>
        <input
          id="group-${index}"
          .value=${it.group}
          required
          spellcheck="false"
          @input=${(event: Event) => this.change(index, { group: valueOf(event) })}
        />
      </div>
      <div class="field">
        <label for="role-${index}">Role</label>
        <select id="role-${index}" @change=${(event: Event) => this.change(index, { role: roleOf(valueOf(event)) })}>
          ${option('', 'No role', it.role == null)} ${option('user', 'User', it.role === 'user')}
          ${option('admin', 'Administrator', it.role === 'admin')}
        </select>
      </div>
      ${this.workspace(it, index)}
      <button
        type="button"
        class="btn icon"
        aria-label="Remove group ${number}"
        @click=${() => this.tell(this.mappings.filter((_, other) => other !== index))}
      >
        ${icon('trash')}
      </button>
    `;
  }

  private workspace(it: GroupMapping, index: number) {
    const teams = (session.me?.workspaces ?? []).filter((workspace) => workspace.kind === 'team');
    const known = it.workspaceId == null || teams.some((team) => team.id === it.workspaceId);
    return html`
      <div class="field">
        <label for="workspace-${index}">Workspace</label>
        <select id="workspace-${index}" @change=${(event: Event) => this.setWorkspace(index, valueOf(event))}>
          ${option('', 'None', it.workspaceId == null)}
          ${known ? nothing : option(it.workspaceId ?? '', it.workspaceId ?? '', true)}
          ${teams.map((team) => option(team.id, team.name, team.id === it.workspaceId))}
        </select>
      </div>
      <div class="field">
        <label for="workspace-role-${index}">Role there</label>
        <select
          id="workspace-role-${index}"
          ?disabled=${it.workspaceId == null}
          @change=${(event: Event) => this.change(index, { workspaceRole: workspaceRoleOf(valueOf(event)) })}
        >
          ${ROLES.map((role) => option(role, role, role === it.workspaceRole))}
        </select>
      </div>
    `;
  }

  private setWorkspace(index: number, id: string) {
    this.change(
      index,
      id === '' ? { workspaceId: null, workspaceRole: null } : { workspaceId: id, workspaceRole: 'member' },
    );
  }

  private change(index: number, changes: Partial<GroupMapping>) {
    this.tell(this.mappings.map((it, other) => (other === index ? { ...it, ...changes } : it)));
  }

  private tell(mappings: readonly GroupMapping[]) {
    this.dispatchEvent(new CustomEvent('changed', { detail: mappings }));
  }
}

const ROLES = ['viewer', 'member', 'admin'] as const;

const option = (value: string, text: string, selected: boolean) =>
  html`<option value=${value} ?selected=${selected}>${text}</option>`;

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const roleOf = (text: string): 'user' | 'admin' | null => (text === 'user' || text === 'admin' ? text : null);

const workspaceRoleOf = (text: string) => ROLES.find((role) => role === text) ?? 'viewer';

declare global {
  interface HTMLElementTagNameMap {
    'ws-mapping-editor': MappingEditor;
  }
}
