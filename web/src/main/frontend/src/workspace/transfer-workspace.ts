import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { ask } from '../ui/confirm.js';
import { controls } from '../ui/controls.styles.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { reading } from '../ui/view.js';
import { listMembers, transferWorkspace, type Member, type WorkspaceDetails } from './workspaces.api.js';

/**
 * Hands a workspace to another member.
 *
 * @fires changed - When it has another owner.
 */
@customElement('ws-transfer-workspace')
export class TransferWorkspace extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        flex: 1;
      }
      .row > select {
        width: auto;
        flex: 0 1 18rem;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: WorkspaceDetails;
  @query('select') private readonly heir!: HTMLSelectElement | null;

  private readonly members = new Task(this, {
    task: async ([id], { signal }) => (await listMembers(id, signal)).items,
    args: () => [this.workspace.id] as const,
  });

  override render() {
    return html`<div class="stack tight">
      <h3>Transfer</h3>
      <p class="muted">Another member becomes the owner, and you an administrator.</p>
      ${reading(this.members, 'the members', (all) => this.choice(all.filter((it) => it.userId !== session.me?.id)))}
    </div>`;
  }

  private choice(others: readonly Member[]) {
    if (others.length === 0) return html`<p class="small muted">Nobody else is in this workspace yet.</p>`;
    return html`<div class="row">
      <select aria-label="New owner">
        ${others.map((it) => html`<option value=${it.userId}>${it.displayName} (${it.email})</option>`)}
      </select>
      <button class="btn" @click=${() => this.transfer(others)}>Transfer…</button>
    </div>`;
  }

  private async transfer(others: readonly Member[]) {
    const heir = others.find((it) => it.userId === this.heir?.value);
    if (heir === undefined) return;
    const text = `${heir.displayName} will own “${this.workspace.name}”. Only an owner can give it back to you.`;
    if (!(await ask({ title: 'Transfer this workspace?', text, confirm: 'Transfer', danger: true }))) return;
    try {
      await transferWorkspace(this.workspace.id, heir.userId);
      toast(`${heir.displayName} is the owner now.`);
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
