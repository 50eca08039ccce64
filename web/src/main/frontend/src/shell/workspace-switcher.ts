import { LitElement, css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { navigate, router } from '../kernel/router.js';
import { session, type Workspace } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { tag } from '../ui/parts.js';
import { toastFailure } from '../ui/toasts.js';
import { NAVIGATION } from './navigation.js';

/** The present workspace, the way to the others, and to a new one. */
@customElement('ws-workspace-switcher')
export class WorkspaceSwitcher extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .current {
        display: flex;
        align-items: center;
        gap: 10px;
        width: 100%;
        padding: 7px 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--raised);
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .current:hover {
        background: var(--hover);
      }
      .current .truncate {
        display: block;
        font-weight: 600;
      }
      [popover] {
        position: fixed;
        inset: 106px auto auto 12px;
        width: min(17rem, calc(100vw - 24px));
        max-height: calc(100dvh - 130px);
        margin: 0;
        padding: var(--s1);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow-raised);
        overflow-y: auto;
      }
      [popover] .btn {
        display: flex;
        width: 100%;
        justify-content: flex-start;
        font-weight: 400;
        text-align: start;
      }
      [aria-current] {
        font-weight: 600 !important;
      }
      .place {
        width: 1.125em;
        flex: none;
      }
      hr {
        margin: var(--s1) 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @query('[popover]') private readonly list!: HTMLElement;

  private readonly redraw = () => this.requestUpdate();

  override connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.redraw);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.redraw);
  }

  override render() {
    const all = session.me?.workspaces ?? [];
    if (all.length === 0) return nothing;
    return html`
      <button class="current" popovertarget="list">
        ${icon('workspace')}
        <span class="grow">
          <span class="visually-hidden">Workspace</span>
          <span class="truncate">${session.workspace?.name ?? '—'}</span>
        </span>
        ${session.workspace?.archived === true ? tag('read-only') : nothing} ${icon('down')}
      </button>
      <div id="list" popover role="group" aria-label="Workspaces">
        <ul>
          ${all.map((it) => html`<li>${this.option(it)}</li>`)}
        </ul>
        <hr />
        <button class="btn ghost" @click=${this.create}>${icon('plus')}New workspace</button>
        <a class="btn ghost" href="/workspace" @click=${() => this.list.hidePopover()}>
          ${icon('workspace')}Workspace and members
        </a>
      </div>
    `;
  }

  private option(it: Workspace) {
    const here = it.id === session.workspaceId;
    return html`<button class="btn ghost" aria-current=${here ? 'true' : nothing} @click=${() => this.switchTo(it)}>
      ${here ? icon('check') : html`<span class="place"></span>`}
      <span class="grow truncate">${it.name}</span>
      ${it.archived ? tag('read-only') : it.role === 'viewer' ? tag('viewer') : nothing}
    </button>`;
  }

  private switchTo(it: Workspace) {
    this.list.hidePopover();
    if (it.id === session.workspaceId) return;
    session.switchTo(it.id);
    // A list is there in every workspace, a single thing in one only.
    if (!NAVIGATION.some(({ items }) => items.some((item) => item.href === router.path))) navigate('/');
  }

  private readonly create = () => {
    this.list.hidePopover();
    import('../workspace/create-workspace.js').then(({ askForWorkspace }) => askForWorkspace()).catch(toastFailure);
  };
}
