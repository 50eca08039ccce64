import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { actions, type Action } from '../kernel/actions.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { keysOf } from './keyboard-help.js';
import { allowed } from './shell-actions.js';

/**
 * Everything that can be done, by typing a part of its name.
 *
 * @fires closed - When it was closed.
 */
@customElement('ws-palette')
export class Palette extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(36rem, calc(100vw - 2 * var(--s4)));
        margin: 12vh auto auto;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow-raised);
        overflow: hidden;
      }
      dialog::backdrop {
        background: rgb(10 14 18 / 40%);
      }
      .search {
        max-width: none;
        border-bottom: 1px solid var(--line);
      }
      .search svg {
        inset: 16px auto auto 18px;
      }
      .search input {
        min-height: 48px;
        border: 0;
        border-radius: 0;
        background: none;
        font-size: 1rem;
        padding-inline-start: 46px !important;
        outline: none;
      }
      ul {
        max-height: 50vh;
        overflow-y: auto;
        padding: var(--s2);
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: var(--s3);
        padding: 8px 12px;
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      li[aria-selected='true'] {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      .none {
        padding: var(--s5);
        text-align: center;
      }
      kbd {
        font: 0.75rem var(--mono);
        color: var(--text-2);
      }
    `,
  ];

  @state() private wanted = '';
  @state() private selected = 0;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  protected override firstUpdated() {
    this.dialog.showModal();
  }

  override updated() {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const found = this.found();
    return html`<dialog aria-label="Search or jump" @close=${this.closed} @click=${this.outside}>
      <div class="search">
        ${icon('search')}
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="results"
          aria-activedescendant=${found.length > 0 ? `option-${this.selected}` : nothing}
          aria-label="Search actions"
          placeholder="Type what you want to do"
          autocomplete="off"
          @input=${this.typed}
          @keydown=${(event: KeyboardEvent) => this.key(event, found)}
        />
      </div>
      <ul id="results" role="listbox" aria-label="Actions" ?hidden=${found.length === 0}>
        ${found.map((action, index) => this.option(action, index))}
      </ul>
      ${found.length === 0 ? html`<p class="none muted" role="status">Nothing is called that.</p>` : nothing}
    </dialog>`;
  }

  private option(action: Action, index: number) {
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${index === this.selected}
      @click=${() => this.run(action)}
      @pointermove=${() => (this.selected = index)}
    >
      <span>${action.title}</span>${action.keys === undefined ? nothing : html`<kbd>${keysOf(action.keys)}</kbd>`}
    </li>`;
  }

  private found(): Action[] {
    const parts = this.wanted.toLowerCase().split(/\s+/);
    return actions
      .list()
      .filter((action) => action.id !== 'palette' && allowed(action))
      .filter((action) => {
        const text = `${action.title} ${action.group} ${action.keywords ?? ''}`.toLowerCase();
        return parts.every((part) => text.includes(part));
      });
  }

  private key(event: KeyboardEvent, found: Action[]) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[this.selected];
    if (step !== undefined && found.length > 0) this.selected = (this.selected + step + found.length) % found.length;
    else if (event.key === 'Enter' && chosen !== undefined) this.run(chosen);
    else return;
    event.preventDefault();
  }

  private run(action: Action) {
    this.dialog.close();
    action.run();
  }

  private readonly typed = (event: Event) => {
    this.wanted = (event.target as HTMLInputElement).value;
    this.selected = 0;
  };

  private readonly outside = (event: Event) => {
    if (event.target === this.dialog) this.dialog.close();
  };

  private readonly closed = () => this.dispatchEvent(new CustomEvent('closed'));
}
