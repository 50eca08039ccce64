import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { explain, isAbort } from '../kernel/problem.js';
import { base } from './base.styles.js';
import { controls } from './controls.styles.js';
import { icon } from './icons.js';

type Kind = 'ok' | 'info' | 'danger';

/** Something that can be done about a message while it is there. */
interface Offer {
  readonly title: string;
  readonly run: () => void;
}

interface Toast {
  readonly id: number;
  readonly kind: Kind;
  readonly text: string;
  readonly offer?: Offer | undefined;
}

const STAY_MS: Record<Kind, number> = { ok: 4000, info: 6000, danger: 12_000 };

/** Says something in passing; failures stay longer. */
export const toast = (text: string, kind: Kind = 'ok'): void =>
  void dispatchEvent(new CustomEvent('whetstone-toast', { detail: { text, kind } }));

/** Says something and offers to do something about it, such as to undo it. */
export const offer = (text: string, what: Offer): void =>
  void dispatchEvent(new CustomEvent('whetstone-toast', { detail: { text, kind: 'info', offer: what } }));

/** Shows a failed action; aborted requests are nobody's problem. */
export const toastFailure = (failure: unknown): void => {
  if (!isAbort(failure)) toast(explain(failure), 'danger');
};

/** The messages in the corner; polite to screen readers, held while the pointer rests on them. */
@customElement('ws-toasts')
export class Toasts extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: fixed;
        inset: auto var(--s4) var(--s4) auto;
        z-index: 100;
        border: 0;
        margin: 0;
        padding: 0;
        background: none;
        overflow: visible;
        max-width: min(26rem, calc(100vw - 2 * var(--s4)));
      }
      .all {
        display: grid;
        gap: var(--s2);
      }
      .toast {
        display: flex;
        gap: var(--s3);
        align-items: flex-start;
        padding: var(--s3) var(--s3) var(--s3) var(--s4);
        background: var(--raised);
        color: var(--text);
        border: 1px solid var(--line);
        border-inline-start: 3px solid var(--ok);
        border-radius: var(--radius);
        box-shadow: var(--shadow-raised);
        overflow-wrap: anywhere;
      }
      .toast[data-kind='danger'] {
        border-inline-start-color: var(--danger);
      }
      .toast[data-kind='info'] {
        border-inline-start-color: var(--info);
      }
    `,
  ];

  @state() private toasts: readonly Toast[] = [];
  private next = 1;

  override connectedCallback() {
    super.connectedCallback();
    this.popover = 'manual';
    addEventListener('whetstone-toast', this.add);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('whetstone-toast', this.add);
  }

  override render() {
    return html`<div class="all" role="status" aria-live="polite">
      ${repeat(
        this.toasts,
        (it) => it.id,
        (it) =>
          html`<div class="toast" data-kind=${it.kind}>
            <span class="grow">${it.text}</span>
            ${
              it.offer === undefined
                ? nothing
                : html`<button class="link" @click=${() => this.take(it)}>${it.offer.title}</button>`
            }
            <button class="btn ghost icon small" aria-label="Dismiss" @click=${() => this.dismiss(it.id)}>
              ${icon('close')}
            </button>
          </div>`,
      )}
    </div>`;
  }

  private readonly add = (event: Event) => {
    const { text, kind, offer } = (event as CustomEvent<Omit<Toast, 'id'>>).detail;
    const id = this.next++;
    const others = this.toasts.filter((it) => it.text !== text || it.offer !== undefined);
    this.toasts = [...others.slice(-3), { id, kind, text, offer }];
    // Shown anew each time, so that it lies above a dialog opened meanwhile.
    this.hidePopover();
    this.showPopover();
    this.expire(id, STAY_MS[kind]);
  };

  private expire(id: number, after: number) {
    setTimeout(() => (this.matches(':hover') ? this.expire(id, 1000) : this.dismiss(id)), after);
  }

  private take(it: Toast) {
    this.dismiss(it.id);
    it.offer?.run();
  }

  private dismiss(id: number) {
    this.toasts = this.toasts.filter((it) => it.id !== id);
    if (this.toasts.length === 0) this.hidePopover();
  }
}
