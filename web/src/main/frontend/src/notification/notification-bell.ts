import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { LiveTopic } from '../kernel/live.js';
import { throttled } from '../kernel/throttle.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { failed, loading } from '../ui/parts.js';
import { toastFailure } from '../ui/toasts.js';
import { line } from './notification-line.js';
import { lines } from './notification.styles.js';
import { countUnread, listNotifications, markAllRead, topic, type Notification } from './notifications.api.js';

const SHOWN = 10;

/** The bell in the bar: how many are unread, and the newest ones. */
@customElement('ws-notification-bell')
export class NotificationBell extends LitElement {
  static override styles = [
    base,
    controls,
    lines,
    css`
      .bell {
        position: relative;
      }
      .count {
        position: absolute;
        inset: -2px -4px auto auto;
        min-width: 17px;
        padding: 0 4px;
        border-radius: 99px;
        background: var(--danger);
        color: var(--on-danger);
        font-size: 0.6875rem;
        line-height: 17px;
        font-weight: 650;
      }
      [popover] {
        position: fixed;
        inset: 52px var(--s4) auto auto;
        width: min(24rem, calc(100vw - 2 * var(--s4)));
        max-height: min(32rem, calc(100dvh - 80px));
        margin: 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow-raised);
        overflow-y: auto;
      }
      .head,
      .foot,
      .none {
        padding: var(--s2) var(--s3);
      }
    `,
  ];

  @state() private unread = 0;
  @state() private items: readonly Notification[] | undefined;
  @state() private failure: unknown;
  @query('[popover]') private readonly panel!: HTMLElement | null;

  constructor() {
    super();
    const again = throttled(() => void this.count(), 500);
    new LiveTopic(this, topic, { onEvent: again, onRefetch: again });
  }

  override render() {
    const title = this.unread === 0 ? 'Notifications' : `Notifications, ${this.unread} unread`;
    return html`
      <button class="btn ghost icon bell" popovertarget="notifications" aria-label=${title} title=${title}>
        ${icon('bell')}
        ${this.unread === 0 ? nothing : html`<span class="count" aria-hidden="true">${this.unread > 99 ? '99+' : this.unread}</span>`}
      </button>
      <div id="notifications" popover role="dialog" aria-label="Notifications" @toggle=${this.toggled}>
        <div class="row apart head">
          <h2>Notifications</h2>
          <button class="link small" ?disabled=${this.unread === 0} @click=${this.readAll}>Mark all read</button>
        </div>
        ${this.list()}
        <p class="foot"><a href="/notifications" @click=${this.close}>All notifications and preferences</a></p>
      </div>
    `;
  }

  private list() {
    if (this.failure !== undefined) return failed(this.failure, () => void this.read());
    if (this.items === undefined) return loading('notifications');
    if (this.items.length === 0) return html`<p class="muted none">Nothing yet.</p>`;
    return html`<ul>
      ${this.items.map((it) => html`<li>${line(it, this.close)}</li>`)}
    </ul>`;
  }

  private get isOpen(): boolean {
    return this.panel?.matches(':popover-open') ?? false;
  }

  private readonly toggled = (event: Event) => {
    if ((event as ToggleEvent).newState === 'open') void this.read();
  };

  private readonly close = () => this.panel?.hidePopover();

  private async count() {
    try {
      this.unread = await countUnread();
      if (this.isOpen) await this.read();
    } catch {
      // The bell shows what it knows; the next event or reconnection counts again.
    }
  }

  private async read() {
    try {
      this.items = (await listNotifications({ limit: SHOWN })).items;
      this.failure = undefined;
    } catch (failure) {
      this.failure = failure;
    }
  }

  private readonly readAll = () => {
    markAllRead().catch(toastFailure);
  };
}
