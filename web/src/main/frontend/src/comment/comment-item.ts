import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../chat/answer-text.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { moment } from '../ui/parts.js';
import { toastFailure } from '../ui/toasts.js';
import './comment-composer.js';
import { styles } from './comment.styles.js';
import { editComment, postComment, react, type Comment, type Reaction, type Words } from './comments.api.js';
import { EMOJI } from './emoji.js';
import { emphasised } from './mentions.js';

/**
 * One comment with what can be done to it, and its replies.
 *
 * @fires changed - When it was changed, answered or reacted to.
 * @fires withdraw - When it shall be deleted; `detail` is the comment.
 */
@customElement('ws-comment')
export class CommentItem extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) comment!: Comment;
  @property({ type: Boolean }) writable = false;
  /** The comment that the address points at. */
  @property() pointed = '';
  @property({ attribute: false }) hiddenIds: ReadonlySet<string> = new Set();
  @state() private editing = false;
  @state() private replying = false;
  @state() private picking = false;

  protected override firstUpdated() {
    if (this.pointed !== this.comment.id) return;
    this.toggleAttribute('lit', true);
    this.scrollIntoView({ block: 'center' });
  }

  override render() {
    const it = this.comment;
    return html`
      <article aria-label="Comment of ${it.author.name}" tabindex="-1">
        ${
          it.deleted
            ? html`<p class="muted">This comment was deleted.</p>`
            : html`<div class="row">
                  <strong>${it.author.name}</strong>
                  <span class="small muted">${moment(it.createdAt)}${it.editedAt === null ? '' : ' · edited'}</span>
                </div>
                ${this.editing ? this.editor(it) : this.body(it)}`
        }
      </article>
      ${this.answers(it)}
    `;
  }

  private body(it: Comment) {
    return html`
      <ws-answer-text .text=${emphasised(it.text, it.mentions)}></ws-answer-text>
      <div class="row">
        ${it.reactions.map((reaction) => this.reaction(reaction))}
        ${
          this.writable
            ? html`<button class="btn ghost small" aria-expanded=${this.picking} @click=${this.pick}>React</button>
                ${this.picking ? this.palette() : nothing}
                ${
                  it.parentId === null
                    ? html`<button class="btn ghost small" @click=${this.reply}>Reply</button>`
                    : nothing
                }`
            : nothing
        }
        ${this.own ? html`<button class="btn ghost small" @click=${() => (this.editing = true)}>Edit</button>` : nothing}
        ${
          this.own || this.administers
            ? html`<button class="btn ghost small" @click=${this.withdraw}>${icon('trash')}Delete</button>`
            : nothing
        }
      </div>
    `;
  }

  private reaction(it: Reaction) {
    const [, sign, title] = EMOJI.find(([emoji]) => emoji === it.emoji) ?? [it.emoji, it.emoji, it.emoji];
    const names = it.people.map((person) => person.name).join(', ');
    const mine = it.people.some((person) => person.id === session.me?.id);
    return html`<button
      class="btn reaction toggle"
      aria-pressed=${mine}
      aria-label="${title}, ${it.count}: ${names}"
      title=${names}
      ?disabled=${!this.writable}
      @click=${() => this.react(it.emoji)}
    >
      <span aria-hidden="true">${sign} ${it.count}</span>
    </button>`;
  }

  private palette() {
    return html`<span class="emoji" role="group" aria-label="Reactions">
      ${EMOJI.map(
        ([emoji, sign, title]) =>
          html`<button
            class="btn ghost icon small"
            aria-label=${title}
            title=${title}
            @click=${() => this.react(emoji)}
          >
            ${sign}
          </button>`,
      )}
    </span>`;
  }

  private answers(it: Comment) {
    const shown = it.replies.filter((reply) => !this.hiddenIds.has(reply.id));
    if (shown.length === 0 && !this.replying) return nothing;
    return html`<div class="replies">
      ${repeat(
        shown,
        (reply) => reply.id,
        (reply) =>
          html`<ws-comment .comment=${reply} .writable=${this.writable} .pointed=${this.pointed}></ws-comment>`,
      )}
      ${
        this.replying
          ? html`<ws-comment-composer
              label="Reply to ${it.author.name}"
              action="Reply"
              cancellable
              .target=${targetOf(it)}
              .send=${async (words: Words) => {
                await postComment(targetOf(it), words, it.id);
                this.replying = false;
                this.tell();
              }}
              @closed=${() => (this.replying = false)}
            ></ws-comment-composer>`
          : nothing
      }
    </div>`;
  }

  private editor(it: Comment) {
    return html`<ws-comment-composer
      label="Change the comment"
      action="Save"
      cancellable
      .target=${targetOf(it)}
      .text=${it.text}
      .named=${it.mentions}
      .send=${async (words: Words) => {
        await editComment(it, words);
        this.editing = false;
        this.tell();
      }}
      @closed=${() => (this.editing = false)}
    ></ws-comment-composer>`;
  }

  private get own(): boolean {
    return this.writable && this.comment.author.id === session.me?.id;
  }

  private get administers(): boolean {
    const here = session.workspace;
    return here?.id === this.comment.workspaceId && ['owner', 'admin'].includes(here.role);
  }

  private readonly pick = async () => {
    this.picking = !this.picking;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.emoji button')?.focus();
  };

  private readonly reply = async () => {
    this.replying = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.replies > ws-comment-composer')?.focus();
  };

  private readonly withdraw = () => {
    this.dispatchEvent(new CustomEvent('withdraw', { detail: this.comment, bubbles: true, composed: true }));
  };

  private async react(emoji: string) {
    this.picking = false;
    const mine = this.comment.reactions
      .find((it) => it.emoji === emoji)
      ?.people.some((person) => person.id === session.me?.id);
    try {
      await react(this.comment, emoji, mine !== true);
      this.tell();
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private tell() {
    this.dispatchEvent(new CustomEvent('changed', { bubbles: true, composed: true }));
  }
}

const targetOf = (it: Comment) => ({ resourceType: it.resourceType, resourceId: it.resourceId });
