import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { copyText } from '../kernel/clipboard.js';
import { base } from './base.styles.js';
import { controls } from './controls.styles.js';
import { icon } from './icons.js';
import { toastFailure } from './toasts.js';

/** Copies a text and says so on itself. */
@customElement('ws-copy-button')
export class CopyButton extends LitElement {
  static override styles = [base, controls];

  @property() label = 'Copy';
  /** Makes the text at the moment of the click. */
  @property({ attribute: false }) text: () => string = () => '';
  @property({ type: Boolean }) small = false;
  @property({ type: Boolean }) ghost = false;
  @state() private copied = false;

  override render() {
    return html`<button
      class="btn ${this.small ? 'small' : ''} ${this.ghost ? 'ghost' : ''}"
      @click=${() => this.copy()}
    >
      ${icon(this.copied ? 'check' : 'copy')}<span aria-live="polite">${this.copied ? 'Copied' : this.label}</span>
    </button>`;
  }

  private async copy() {
    try {
      await copyText(this.text());
      this.copied = true;
      setTimeout(() => (this.copied = false), 1600);
    } catch (failure) {
      toastFailure(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-copy-button': CopyButton;
  }
}
