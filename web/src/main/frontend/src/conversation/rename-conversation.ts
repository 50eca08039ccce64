import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formText } from '../kernel/form-text.js';
import { explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import { readConversation, renameConversation, type Conversation } from './conversations.api.js';

/**
 * Gives a conversation another title.
 *
 * @fires renamed - When it has it; `detail` is the conversation.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-rename-conversation')
export class RenameConversation extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) conversation!: Conversation;
  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    return html`<ws-dialog
      heading="Rename the conversation"
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <form class="stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: 'title',
          label: 'Title',
          control: html`<input
            id="title"
            name="title"
            required
            maxlength="200"
            autocomplete="off"
            .value=${this.conversation.title}
          />`,
        })}
        <div><button class="btn primary" ?disabled=${this.busy}>Rename</button></div>
      </form>
    </ws-dialog>`;
  }

  // Its version grows with every message, which changes nothing about its title: the newest one is meant.
  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const title = formText(event.target as HTMLFormElement, 'title');
    this.busy = true;
    this.failure = undefined;
    try {
      const renamed = await renameConversation(await readConversation(this.conversation.id), title);
      this.dispatchEvent(new CustomEvent('renamed', { detail: renamed }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
