import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { navigate } from '../kernel/router.js';
import { NAVIGATION, type NavItem } from './navigation.js';
import { leave } from './shell-actions.js';

/** Brand, workspace, navigation and the person's menu. */
@customElement('ws-sidebar')
export class Sidebar extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        padding: var(--s3);
        gap: var(--s4);
        overflow-y: auto;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 6px 8px 0;
        font-size: 1.0625rem;
        font-weight: 680;
        letter-spacing: -0.02em;
        color: var(--text);
        text-decoration: none;
      }
      .brand img {
        width: 26px;
        height: 26px;
      }
      .workspace {
        padding: 0 8px;
      }
      .workspace label {
        font-size: 0.75rem;
        color: var(--text-2);
      }
      nav {
        display: grid;
        gap: var(--s4);
        flex: 1;
        align-content: start;
      }
      nav h2 {
        font-size: 0.75rem;
        font-weight: 560;
        color: var(--text-2);
        padding: 0 8px 4px;
      }
      nav a {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 7px 8px;
        border-radius: var(--radius-small);
        color: var(--text);
        text-decoration: none;
        margin-bottom: 1px;
      }
      nav a:hover {
        background: var(--hover);
      }
      nav a svg {
        color: var(--text-2);
      }
      nav a[aria-current] {
        background: var(--accent-soft);
        color: var(--accent-text);
        font-weight: 600;
      }
      nav a[aria-current] svg {
        color: inherit;
      }
      .person {
        display: flex;
        align-items: center;
        gap: 10px;
        width: 100%;
        padding: 7px 8px;
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
        min-width: 0;
      }
      .person:hover {
        background: var(--hover);
      }
      .face {
        display: grid;
        place-items: center;
        width: 30px;
        height: 30px;
        border-radius: 50%;
        flex: none;
        background: var(--accent-soft);
        color: var(--accent-text);
        font-size: 0.75rem;
        font-weight: 650;
      }
      .person .small {
        display: block;
      }
      [popover] {
        position: fixed;
        inset: auto auto 66px 12px;
        width: 13.5rem;
        margin: 0;
        padding: var(--s1);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow-raised);
      }
      [popover] .btn {
        display: flex;
        width: 100%;
        justify-content: flex-start;
        font-weight: 400;
      }
    `,
  ];

  /** The present path, to mark the page that is open. */
  @property() path = '/';

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
    return html`
      <a class="brand" href="/"><img src="/favicon.svg" alt="" />Whetstone</a>
      ${this.workspace()}
      <nav aria-label="Main">
        ${NAVIGATION.filter((group) => !group.admin || session.isAdmin).map(
          (group) =>
            html`<div>
              <h2 id=${group.title}>${group.title}</h2>
              <ul aria-labelledby=${group.title}>
                ${group.items.map((item) => html`<li>${this.link(item)}</li>`)}
              </ul>
            </div>`,
        )}
      </nav>
      ${this.person()}
    `;
  }

  private link(item: NavItem) {
    const here =
      item.href === '/' ? this.path === '/' : this.path === item.href || this.path.startsWith(`${item.href}/`);
    return html`<a href=${item.href} aria-current=${here ? 'page' : nothing}>${icon(item.icon)}${item.title}</a>`;
  }

  private workspace() {
    const all = session.me?.workspaces ?? [];
    if (all.length === 0) return nothing;
    return html`<div class="workspace field">
      <label for="workspace">Workspace</label>
      ${
        all.length === 1
          ? html`<strong id="workspace" class="truncate">${all[0]?.name}</strong>`
          : html`<select id="workspace" @change=${this.switch}>
              ${all.map((it) => html`<option value=${it.id} ?selected=${it.id === session.workspaceId}>${it.name}</option>`)}
            </select>`
      }
    </div>`;
  }

  private person() {
    const me = session.me;
    if (me === undefined) return nothing;
    return html`
      <button class="person" popovertarget="menu">
        <span class="face" aria-hidden="true">${initials(me.displayName)}</span>
        <span class="grow">
          <span class="visually-hidden">Account of</span>
          <span class="truncate">${me.displayName}</span>
          <span class="small muted truncate">${me.email}</span>
        </span>
      </button>
      <div id="menu" popover role="group" aria-label="Account">
        <a class="btn ghost" href="/profile">${icon('key')}Profile & security</a>
        <button class="btn ghost" @click=${leave}>${icon('signOut')}Sign out</button>
      </div>
    `;
  }

  private readonly switch = (event: Event) => {
    session.switchTo((event.target as HTMLSelectElement).value);
    navigate('/');
  };
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
