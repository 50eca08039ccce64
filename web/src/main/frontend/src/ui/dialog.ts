import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from './base.styles.js';
import { controls } from './controls.styles.js';
import { icon } from './icons.js';

/**
 * A modal dialog on the native element, which traps the focus and gives it back. Put fields into the default slot and
 * buttons into `actions`.
 *
 * @fires closed - When it was closed, by whatever means.
 */
@customElement('ws-dialog')
export class Dialog extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(var(--dialog-width, 32rem), calc(100vw - 2 * var(--s4)));
        max-height: calc(100dvh - 2 * var(--s5));
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow-raised);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: rgb(10 14 18 / 50%);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s3);
        padding: var(--s4) var(--s4) 0 20px;
      }
      .body {
        padding: var(--s3) 20px var(--s4);
        overflow-y: auto;
        min-height: 0;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--s2);
        padding: var(--s3) 20px;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean }) open = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override updated() {
    if (this.open && !this.dialog.open) this.show();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @close=${() => this.closed()} @cancel=${this.stay}>
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        <button class="btn ghost icon small" aria-label="Close" @click=${() => this.dialog.close()}>
          ${icon('close')}
        </button>
      </div>
      <div class="body"><slot></slot></div>
      <div class="foot"><slot name="actions"></slot></div>
    </dialog>`;
  }

  private show() {
    this.dialog.showModal();
    this.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  // A file picker inside fires `cancel` too, and it bubbles.
  private stay(event: Event) {
    if (event.target !== event.currentTarget) event.stopPropagation();
  }

  private closed() {
    this.open = false;
    this.dispatchEvent(new CustomEvent('closed'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-dialog': Dialog;
  }
}
