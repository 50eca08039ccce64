import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Step } from '../conversation/tree.js';
import { count, figure } from '../kernel/format.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/copy-button.js';
import { icon } from '../ui/icons.js';
import { notice } from '../ui/parts.js';
import './answer-text.js';
import type { Turn } from './talk.js';

/**
 * A question or an answer, with what can be done about it and the way to its other branches.
 *
 * @fires branch - When another branch shall be shown; `detail` is the id of its message.
 * @fires edit - When the question shall be said anew; `detail` is the text.
 * @fires regenerate - When the answer shall be given anew.
 */
@customElement('ws-chat-turn')
export class ChatTurn extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: 6px;
        min-width: 0;
      }
      .mine {
        justify-self: end;
        max-width: 85%;
        padding: 10px 14px;
        border-radius: 14px 14px 4px 14px;
        background: var(--accent-soft);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .tools {
        min-height: 28px;
        color: var(--text-2);
      }
      .tools.end {
        justify-self: end;
      }
      textarea {
        max-height: 50vh;
        field-sizing: content;
      }
    `,
  ];

  @property({ attribute: false }) step!: Step<Turn>;
  /** Something is being said: nothing else can be. */
  @property({ type: Boolean }) busy = false;
  /** The person may go on with the conversation. */
  @property({ type: Boolean }) writable = false;
  /** Other people speak here too: each is named. */
  @property({ type: Boolean }) named = false;
  @state() private editing = false;
  @query('textarea') private readonly words!: HTMLTextAreaElement | null;

  override render() {
    return this.step.message.role === 'user' ? this.question(this.step.message) : this.answer(this.step.message);
  }

  protected override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('editing') && this.editing) this.words?.focus();
  }

  private question(turn: Turn) {
    const who = this.named && turn.author !== '' ? turn.author : 'You';
    return html`
      <span class=${this.named ? 'tools end small' : 'visually-hidden'}>${who}:</span>
      ${this.editing ? this.editor(turn) : html`<div class="mine">${turn.content}</div>`}
      ${
        this.editing
          ? nothing
          : html`<div class="row tools end">
              ${this.switcher(turn)}
              <ws-copy-button small ghost .text=${() => turn.content}></ws-copy-button>
              ${
                this.writable
                  ? html`<button class="btn small ghost" ?disabled=${this.busy} @click=${() => (this.editing = true)}>
                      Edit
                    </button>`
                  : nothing
              }
            </div>`
      }
    `;
  }

  private editor(turn: Turn) {
    return html`<form class="stack tight" @submit=${this.submit}>
      <textarea
        rows="3"
        aria-label="Your message"
        maxlength="200000"
        .value=${turn.content}
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && (this.editing = false)}
      ></textarea>
      <div class="row tools end">
        <button type="button" class="btn small" @click=${() => (this.editing = false)}>Cancel</button>
        <button class="btn small primary" ?disabled=${this.busy}>Send</button>
      </div>
    </form>`;
  }

  private readonly submit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = this.words?.value.trim() ?? '';
    if (text === '' || this.busy) return;
    this.editing = false;
    this.dispatchEvent(new CustomEvent('edit', { detail: text }));
  };

  private answer(turn: Turn) {
    const pending = turn.state === 'pending';
    return html`
      <span class="visually-hidden">Answer:</span>
      ${turn.content === '' && pending ? html`<span class="spinner" role="status" aria-label="Thinking"></span>` : nothing}
      <ws-answer-text .text=${turn.content}></ws-answer-text>
      ${turn.state === 'failed' ? notice('danger', turn.failure ?? 'There is no whole answer.') : nothing}
      ${turn.state === 'cancelled' ? html`<p class="muted small">Stopped here.</p>` : nothing}
      ${pending ? nothing : this.tools(turn)}
    `;
  }

  private tools(turn: Turn) {
    return html`<div class="row tools">
      ${this.switcher(turn)}
      <ws-copy-button small ghost .text=${() => turn.content}></ws-copy-button>
      ${
        this.writable
          ? html`<button
              class="btn small ghost"
              ?disabled=${this.busy}
              @click=${() => this.dispatchEvent(new CustomEvent('regenerate'))}
            >
              ${icon('retry')}Regenerate
            </button>`
          : nothing
      }
      <span class="small num">${made(turn)}</span>
    </div>`;
  }

  private switcher(turn: Turn) {
    const { siblings } = this.step;
    const at = siblings.indexOf(turn.id);
    if (siblings.length < 2) return nothing;
    const go = (label: string, by: number) => {
      const id = siblings[at + by];
      return html`<button
        class="btn icon small ghost"
        aria-label=${label}
        ?disabled=${id === undefined}
        @click=${() => this.dispatchEvent(new CustomEvent<string>('branch', { detail: id ?? turn.id }))}
      >
        ${by < 0 ? '‹' : '›'}
      </button>`;
    };
    return html`<span class="row" role="group" aria-label="Branches">
      ${go('Branch before', -1)}<span class="small num">${at + 1}/${siblings.length}</span>${go('Next branch', 1)}
    </span>`;
  }
}

function made(turn: Turn): string {
  const tokens = turn.completionTokens;
  const model = turn.modelName ?? '';
  if (tokens === null) return model;
  const speed = turn.seconds === undefined ? '' : `, ${figure(tokens / turn.seconds, 3)} tokens/s`;
  return `${model === '' ? '' : `${model} · `}${count(tokens)} tokens${speed}`;
}
