import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { copyText } from '../kernel/clipboard.js';
import { base } from '../ui/base.styles.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { markdown } from './markdown.js';

/** An answer as formatted text; drawn at most once a frame while it grows. */
@customElement('ws-answer-text')
export class AnswerText extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        line-height: 1.6;
        overflow-wrap: anywhere;
      }
      .text > * + * {
        margin-top: var(--s3);
      }
      ul,
      ol {
        padding-inline-start: 1.5rem;
        list-style: revert;
      }
      blockquote {
        margin: 0;
        padding-inline-start: var(--s3);
        border-inline-start: 3px solid var(--line);
        color: var(--text-2);
      }
      :not(pre) > code {
        padding: 1px 5px;
        border-radius: 4px;
        background: var(--sunken);
      }
      .code {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow: hidden;
        background: var(--sunken);
      }
      .bar {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding: 3px 6px 3px 12px;
        font-size: 0.75rem;
        color: var(--text-2);
        border-bottom: 1px solid var(--line);
      }
      .copy {
        min-height: 24px;
        padding: 0 8px;
        border: 0;
        border-radius: 4px;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      .copy:hover {
        background: var(--hover);
      }
      pre {
        margin: 0;
        padding: var(--s3);
        overflow-x: auto;
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        padding: 4px 10px;
        border: 1px solid var(--line);
        text-align: start;
      }
      h1,
      h2,
      h3 {
        font-size: 1rem;
      }
    `,
  ];

  @property() text = '';

  override render() {
    return html`<div class="text" .innerHTML=${markdown(this.text)} @click=${this.copy}></div>`;
  }

  // Lit batches by microtask; a model speaks faster than a screen draws.
  protected override async scheduleUpdate() {
    if (this.hasUpdated) await new Promise((resolve) => requestAnimationFrame(resolve));
    await super.scheduleUpdate();
  }

  private readonly copy = (event: Event) => {
    const target = event.target as HTMLElement;
    if (!target.classList.contains('copy')) return;
    const code = target.closest('.code')?.querySelector('code')?.textContent ?? '';
    copyText(code).then(() => toast('The code is copied.'), toastFailure);
  };
}
