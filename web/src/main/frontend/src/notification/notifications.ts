import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LiveTopic } from '../kernel/live.js';
import { throttled } from '../kernel/throttle.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, pageHeader } from '../ui/parts.js';
import { toastFailure } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import { line } from './notification-line.js';
import './notification-preferences.js';
import { lines } from './notification.styles.js';
import {
  deleteNotification,
  listNotifications,
  markAllRead,
  markRead,
  topic,
  type Notification,
} from './notifications.api.js';

const TABS = [
  ['', 'All'],
  ['unread', 'Unread'],
] as const;

/** Everything that the person was told of, and what they want to be told of. The tab stands in the address. */
@customElement('ws-notifications')
export class Notifications extends View {
  static override styles = [
    ...View.styles,
    lines,
    css`
      li {
        display: flex;
        align-items: center;
        gap: var(--s1);
        padding-inline-end: var(--s2);
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      li .line {
        flex: 1;
      }
    `,
  ];

  private readonly list = new PagedList<Notification>(
    this,
    (query, signal) => listNotifications({ ...query, unread: this.tab === 'unread' }, signal),
    () => [this.tab],
  );

  constructor() {
    super();
    const again = throttled(() => this.list.reload(), 500);
    new LiveTopic(this, topic, { onEvent: again, onRefetch: again });
  }

  private get tab(): string {
    return this.query.get('show') ?? '';
  }

  override render() {
    const readAll = html`<button class="btn" @click=${this.readAll}>${icon('check')}Mark all read</button>`;
    return html`<div class="stack wide">
      ${pageHeader({ title: 'Notifications', lead: 'What concerns you, in all your workspaces.', actions: readAll })}
      <nav class="tabs" aria-label="Which notifications">
        ${TABS.map(
          ([tab, title]) =>
            html`<a
              href=${tab === '' ? '/notifications' : `/notifications?show=${tab}`}
              aria-current=${tab === this.tab ? 'page' : nothing}
              >${title}</a
            >`,
        )}
      </nav>
      ${this.list.render(
        'notifications',
        (items) => this.filled(items),
        () => html`<div class="card">${this.none()}</div>`,
      )}
      <ws-notification-preferences></ws-notification-preferences>
    </div>`;
  }

  private filled(items: readonly Notification[]) {
    return html`<div class="card flush">
      <ul aria-label="Notifications">
        ${repeat(
          items,
          (it) => it.id,
          (it) =>
            html`<li>
              ${line(it)}
              ${
                it.readAt === null
                  ? html`<button
                      class="btn ghost icon small"
                      aria-label="Mark as read: ${it.title}"
                      title="Mark as read"
                      @click=${() => this.act(markRead(it.id))}
                    >
                      ${icon('check')}
                    </button>`
                  : nothing
              }
              <button
                class="btn ghost icon small"
                aria-label="Delete: ${it.title}"
                title="Delete"
                @click=${() => this.act(deleteNotification(it.id))}
              >
                ${icon('trash')}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private none() {
    return this.tab === 'unread'
      ? empty('bell', 'Nothing unread', 'You have seen everything.')
      : empty(
          'bell',
          'No notifications yet',
          'Mentions, replies, shares, invitations and ended training jobs come here.',
        );
  }

  private readonly readAll = () => void this.act(markAllRead());

  private async act(work: Promise<unknown>) {
    try {
      await work;
    } catch (failure) {
      toastFailure(failure);
    }
    this.list.reload();
  }
}
