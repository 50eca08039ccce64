import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { moment } from '../ui/parts.js';
import { searchBox } from '../ui/search-box.js';
import { listConversations, titleOf, type Conversation } from './conversations.api.js';

/**
 * The person's conversations, those last spoken in first. Arrows go from one to the next; F2 renames, Delete deletes.
 *
 * @fires rename - When one shall get another title; `detail` is the conversation.
 * @fires erase - When one shall be deleted; `detail` is the conversation.
 */
@customElement('ws-conversation-list')
export class ConversationList extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
        align-content: start;
        min-width: 0;
      }
      ul {
        display: grid;
        gap: 2px;
      }
      a.line {
        display: grid;
        gap: 1px;
        padding: 7px 10px;
        border-radius: var(--radius-small);
        color: var(--text);
        text-decoration: none;
      }
      a.line:hover {
        background: var(--hover);
      }
      a.line[aria-current='page'] {
        background: var(--accent-soft);
      }
    `,
  ];

  /** The one that is open. */
  @property() selected = '';
  @state() private search = '';
  @state() private archived = false;

  private readonly list = new PagedList<Conversation>(
    this,
    (query, signal) => listConversations({ ...query, search: this.search, archived: this.archived }, signal),
    () => [this.search, this.archived],
  );

  /** Reads again what is shown. */
  reload(): void {
    this.list.reload();
  }

  override render() {
    return html`
      <a class="btn" href="/chat">${icon('plus')}New conversation</a>
      ${searchBox('Search conversations', this.search, (text) => (this.search = text))}
      <label class="check small">
        <input
          type="checkbox"
          .checked=${this.archived}
          @change=${(event: Event) => (this.archived = (event.target as HTMLInputElement).checked)}
        />
        Archived
      </label>
      ${this.list.render(
        'conversations',
        (items) =>
          html`<ul aria-label="Conversations" @keydown=${this.key}>
            ${repeat(
              items,
              (it) => it.id,
              (it) => this.line(it),
            )}
          </ul>`,
        () => html`<p class="muted small">${this.none()}</p>`,
      )}
    `;
  }

  private none(): string {
    if (this.search !== '') return 'Nothing found.';
    return this.archived ? 'Nothing is archived.' : 'What you talk about is kept here, for you alone.';
  }

  private line(it: Conversation) {
    return html`<li>
      <a
        class="line"
        href="/chat/${it.id}"
        data-id=${it.id}
        aria-current=${it.id === this.selected ? 'page' : nothing}
        aria-keyshortcuts="F2 Delete"
      >
        <span class="truncate">${titleOf(it)}</span><span class="muted small">${moment(it.updatedAt)}</span>
      </a>
    </li>`;
  }

  private readonly key = (event: KeyboardEvent) => {
    const line = event.target as HTMLElement;
    const it = this.list.items?.find((other) => other.id === line.dataset.id);
    if (it === undefined) return;
    if (event.key === 'F2') this.tell('rename', it);
    else if (event.key === 'Delete') this.tell('erase', it);
    else if (event.key === 'ArrowDown') this.step(line, 1);
    else if (event.key === 'ArrowUp') this.step(line, -1);
    else return;
    event.preventDefault();
  };

  private tell(name: 'rename' | 'erase', it: Conversation) {
    this.dispatchEvent(new CustomEvent(name, { detail: it }));
  }

  private step(line: HTMLElement, by: number) {
    const lines = [...this.renderRoot.querySelectorAll<HTMLElement>('a.line')];
    lines[lines.indexOf(line) + by]?.focus();
  }
}
