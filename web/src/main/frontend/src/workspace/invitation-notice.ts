import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { notice } from '../ui/parts.js';
import { listReceived, type Invitation } from './workspaces.api.js';

/** Says that one is invited somewhere; nothing otherwise. */
@customElement('ws-invitation-notice')
export class InvitationNotice extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  private readonly invitations = new Task(this, {
    task: async (_: readonly never[], { signal }) => (await listReceived(signal)).items,
    args: () => [] as const,
  });

  override render() {
    const [first, ...more] = this.invitations.value ?? [];
    if (first === undefined) return nothing;
    return notice('info', html`${text(first, more.length)} <a href="/invitations">Answer</a>`);
  }
}

const text = (it: Invitation, more: number): string =>
  more === 0
    ? `${it.invitedBy} invites you to the workspace “${it.workspaceName}”.`
    : `${it.invitedBy} invites you to the workspace “${it.workspaceName}”, and ${more} more invitations wait.`;
