import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isAbort } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { toastFailure } from '../ui/toasts.js';
import { findPeople, type Person, type Target, type Words } from './comments.api.js';
import { namedIn, namingAt, withName, type Naming } from './mentions.js';

const MOST = 10_000;

/** A field for a comment: `@` offers people, Ctrl+Enter sends. What is sent stays until the sender empties it. */
@customElement('ws-comment-composer')
export class CommentComposer extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      form {
        position: relative;
        display: grid;
        gap: var(--s2);
      }
      [role='listbox'] {
        position: absolute;
        z-index: 5;
        inset: 100% auto auto 0;
        min-width: 14rem;
        max-width: 100%;
        max-height: 14rem;
        overflow-y: auto;
        padding: var(--s1);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow-raised);
      }
      [role='option'] {
        padding: 5px 8px;
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      [role='option'][aria-selected='true'] {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      .field {
        position: relative;
      }
    `,
  ];

  @property({ attribute: false }) target: Target | undefined;
  @property() label = 'Comment';
  @property() action = 'Comment';
  @property() text = '';
  @property({ attribute: false }) named: readonly Person[] = [];
  @property({ type: Boolean }) cancellable = false;
  /** Sends the words; the field is emptied once that is done. */
  @property({ attribute: false }) send: (words: Words) => Promise<unknown> = () => Promise.resolve();

  @state() private people: readonly Person[] = [];
  @state() private chosen = 0;
  @state() private busy = false;
  @query('textarea') private readonly area!: HTMLTextAreaElement | null;
  private naming: Naming | undefined;
  private asked = 0;

  override focus() {
    void this.updateComplete.then(() => this.area?.focus());
  }

  override render() {
    const open = this.people.length > 0;
    return html`<form @submit=${this.submit} @keydown=${this.keys}>
      <div class="field">
        <textarea
          rows="3"
          maxlength=${MOST}
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-controls=${open ? 'people' : nothing}
          aria-activedescendant=${open ? `person-${this.chosen}` : nothing}
          placeholder="Markdown; @ names somebody"
          .value=${this.text}
          @input=${this.typed}
          @blur=${() => this.close()}
        ></textarea>
        ${open ? this.offers() : nothing}
      </div>
      <div class="row">
        <button class="btn primary small" ?disabled=${this.busy || this.text.trim() === ''}>${this.action}</button>
        ${
          this.cancellable
            ? html`<button type="button" class="btn ghost small" @click=${this.cancel}>Cancel</button>`
            : nothing
        }
        <span class="small muted">Ctrl+Enter sends</span>
      </div>
    </form>`;
  }

  private offers() {
    return html`<div id="people" role="listbox" aria-label="People">
      ${this.people.map(
        (it, index) =>
          html`<div
            id="person-${index}"
            role="option"
            aria-selected=${index === this.chosen}
            @mousedown=${(event: Event) => {
              event.preventDefault();
              this.pick(it);
            }}
          >
            ${it.name}
          </div>`,
      )}
    </div>`;
  }

  private readonly typed = () => {
    if (this.area === null) return;
    this.text = this.area.value;
    this.naming = namingAt(this.text, this.area.selectionStart);
    if (this.naming === undefined) this.close();
    else void this.offer(this.naming.query);
  };

  private async offer(search: string) {
    if (this.target === undefined) return;
    const asked = ++this.asked;
    try {
      const people = await findPeople(this.target, search);
      if (asked !== this.asked) return;
      this.people = people.slice(0, 8);
      this.chosen = 0;
    } catch (failure) {
      if (!isAbort(failure)) this.close();
    }
  }

  private readonly keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return void this.submit(event);
    if (this.people.length === 0) {
      if (event.key === 'Escape' && this.cancellable) this.cancel();
      return;
    }
    const last = this.people.length - 1;
    const chosen = this.people[this.chosen];
    if (event.key === 'ArrowDown') this.chosen = this.chosen === last ? 0 : this.chosen + 1;
    else if (event.key === 'ArrowUp') this.chosen = this.chosen === 0 ? last : this.chosen - 1;
    else if (event.key === 'Escape') this.close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) this.pick(chosen);
    else return;
    event.preventDefault();
  };

  private pick(person: Person) {
    if (this.naming === undefined) return;
    const { text, caret } = withName(this.text, this.naming, person.name);
    this.text = text;
    this.named = [...this.named, person];
    this.close();
    void this.updateComplete.then(() => this.area?.setSelectionRange(caret, caret));
  }

  private close() {
    this.asked += 1;
    this.people = [];
    this.naming = undefined;
  }

  private readonly cancel = () => {
    this.dispatchEvent(new CustomEvent('closed'));
  };

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const text = this.text.trim();
    if (text === '' || this.busy) return;
    this.busy = true;
    try {
      await this.send({ text, mentions: namedIn(text, this.named) });
      this.text = '';
      this.named = [];
      this.close();
    } catch (failure) {
      toastFailure(failure);
    } finally {
      this.busy = false;
    }
  };
}
