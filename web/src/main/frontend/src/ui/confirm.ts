import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './base.styles.js';
import { controls } from './controls.styles.js';
import './dialog.js';

/** What is asked; `confirm` is the label of the button that goes ahead. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly danger?: boolean;
}

/** A question with two answers; use it through `ask`. */
@customElement('ws-confirm')
export class Confirm extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) question: Question = { title: '', text: '', confirm: '' };
  answer: (yes: boolean) => void = () => undefined;

  override render() {
    const { title, text, confirm, danger } = this.question;
    return html`<ws-dialog .heading=${title} open @closed=${() => this.finish(false)}>
      <p>${text}</p>
      <button slot="actions" class="btn" @click=${() => this.finish(false)}>Cancel</button>
      <button slot="actions" class="btn primary ${danger === true ? 'danger' : ''}" @click=${() => this.finish(true)}>
        ${confirm}
      </button>
    </ws-dialog>`;
  }

  protected override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('.btn')?.focus();
  }

  private finish(yes: boolean) {
    this.answer(yes);
    const dialog = this.renderRoot.querySelector('ws-dialog');
    if (dialog?.open === true) dialog.open = false;
    else this.remove();
  }
}

/** Asks and waits for the answer. */
export function ask(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const element = document.createElement('ws-confirm');
    element.question = question;
    element.answer = resolve;
    document.body.append(element);
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-confirm': Confirm;
  }
}
