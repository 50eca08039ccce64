import { html, nothing } from 'lit';
import { session } from '../kernel/session.js';
import { moment } from '../ui/parts.js';
import { toastFailure } from '../ui/toasts.js';
import { markRead, type Notification } from './notifications.api.js';

/** A notification as a link to what it tells of; following it reads it. */
export const line = (it: Notification, followed: () => void = () => undefined) =>
  html`<a
    class="line"
    href=${it.link}
    ?data-unread=${it.readAt === null}
    @click=${() => {
      follow(it);
      followed();
    }}
  >
    <span class="title"
      >${it.readAt === null ? html`<span class="visually-hidden">Unread: </span>` : nothing}${it.title}</span
    >
    ${it.excerpt === '' ? nothing : html`<span class="small muted excerpt">${it.excerpt}</span>`}
    <span class="small muted">${moment(it.createdAt)}</span>
  </a>`;

/** The link shows something of a workspace: go there, if it is one of the person's. */
function follow(it: Notification): void {
  if (it.readAt === null) markRead(it.id).catch(toastFailure);
  const here = it.workspaceId === session.workspaceId;
  if (it.workspaceId !== null && !here && session.me?.workspaces.some(({ id }) => id === it.workspaceId) === true) {
    session.switchTo(it.workspaceId);
  }
}
