import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../comment/comments.js';
import { archive, erase, restore } from '../conversation/conversation-actions.js';
import { titleOf, type Conversation } from '../conversation/conversations.api.js';
import '../conversation/rename-conversation.js';
import { navigate, router } from '../kernel/router.js';
import { ObjectRights } from '../sharing/object-rights.js';
import '../sharing/share-dialog.js';
import type { Resource } from '../sharing/shares.api.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { icon } from '../ui/icons.js';

/**
 * What a conversation is called, who may see it, and what can be done with it as a whole.
 *
 * @fires changed - When it was renamed, archived, restored or deleted.
 * @fires rights - When it is known whether the person may go on with it; `detail` says.
 */
@customElement('ws-conversation-bar')
export class ConversationBar extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2);
      }
      h2 {
        flex: 1 1 12rem;
        margin: 0;
        font-size: 1.0625rem;
        overflow-wrap: anywhere;
      }
      ws-dialog {
        --dialog-width: 42rem;
      }
    `,
  ];

  @property({ attribute: false }) conversation!: Conversation;
  @state() private open: 'share' | 'rename' | 'comments' | undefined;
  private readonly access = new ObjectRights(this, () => this.resource);

  /** Whether the person may go on with it. */
  get writable(): boolean {
    return this.access.rights.edit && this.conversation.archivedAt === null;
  }

  private get resource(): Resource {
    const { id, workspaceId, createdBy } = this.conversation;
    return { type: 'conversation', id, name: titleOf(this.conversation), workspaceId, ownerId: createdBy };
  }

  override connectedCallback() {
    super.connectedCallback();
    // A notification leads to a comment.
    if (router.query.has('comment')) this.open = 'comments';
  }

  protected override updated() {
    document.title = `${titleOf(this.conversation)} · Whetstone`;
    this.dispatchEvent(new CustomEvent('rights', { detail: this.writable }));
  }

  override render() {
    const { own, edit } = this.access.rights;
    const archived = this.conversation.archivedAt !== null;
    const act = (name: string, shape: Parameters<typeof icon>[0], run: () => void) =>
      html`<button class="btn small ghost" @click=${run}>${icon(shape)}${name}</button>`;
    return html`
      <div class="head">
        <h2>${titleOf(this.conversation)}</h2>
        ${edit ? act('Rename', 'text', () => (this.open = 'rename')) : nothing}
        ${act('Comments', 'chat', () => (this.open = 'comments'))}
        ${own ? act('Share', 'share', () => (this.open = 'share')) : nothing}
        ${own && !archived ? act('Archive', 'inbox', () => void archive(this.conversation, this.told)) : nothing}
        ${own && archived ? act('Restore', 'inbox', () => void restore(this.conversation, this.told)) : nothing}
        ${own ? act('Delete', 'trash', () => void this.erase()) : nothing}
      </div>
      ${this.access.notice()}${this.dialog()}
    `;
  }

  private dialog() {
    const closed = () => (this.open = undefined);
    switch (this.open) {
      case 'share':
        return html`<ws-share-dialog .resource=${this.resource} @closed=${closed}></ws-share-dialog>`;
      case 'rename':
        return html`<ws-rename-conversation
          .conversation=${this.conversation}
          @renamed=${() => {
            closed();
            this.told();
          }}
          @closed=${closed}
        ></ws-rename-conversation>`;
      case 'comments':
        return html`<ws-dialog heading="Comments" open @closed=${closed}>
          <ws-comments resourceType="conversation" .resourceId=${this.conversation.id}></ws-comments>
        </ws-dialog>`;
      default:
        return nothing;
    }
  }

  private readonly told = () => {
    this.dispatchEvent(new CustomEvent('changed'));
  };

  private async erase() {
    if (await erase(this.conversation)) {
      navigate('/chat');
      this.told();
    }
  }
}
