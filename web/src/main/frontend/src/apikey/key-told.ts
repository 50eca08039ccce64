import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/copy-button.js';
import '../ui/dialog.js';
import { notice } from '../ui/parts.js';
import type { NewKey } from './api-keys.api.js';
import { example } from './key-words.js';

/**
 * A key, shown this once.
 *
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-key-told')
export class KeyTold extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      ws-dialog {
        --dialog-width: 40rem;
      }
      output,
      pre {
        display: block;
        margin: 0;
        padding: var(--s3);
        border-radius: var(--radius);
        background: var(--sunken);
        font: 0.875rem/1.5 var(--mono);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) made!: NewKey;

  override render() {
    const { apiKey, key } = this.made;
    const text = example(apiKey, location.origin);
    return html`<ws-dialog heading="The key “${apiKey.name}”" open @closed=${() => this.close()}>
      <div class="stack">
        ${notice('warn', 'Copy it now and keep it safe: it is shown this once and cannot be read again.')}
        <output aria-label="Key">${key}</output>
        ${
          apiKey.kind === 'publishable_key'
            ? html`<p class="muted">It may lie open in a page and opens only what is public.</p>`
            : html`<div class="stack tight">
                <div class="row apart">
                  <h3>Try it</h3>
                  <ws-copy-button small label="Copy example" .text=${() => text}></ws-copy-button>
                </div>
                <pre tabindex="0" aria-label="Example">${text}</pre>
                <p class="small muted">with the key in the variable <code>WHETSTONE_API_KEY</code>.</p>
              </div>`
        }
      </div>
      <ws-copy-button slot="actions" label="Copy key" .text=${() => key}></ws-copy-button>
      <button slot="actions" class="btn primary" @click=${() => this.close()}>Done</button>
    </ws-dialog>`;
  }

  private close() {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
