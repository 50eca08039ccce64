import { Task } from '@lit/task';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { notice } from '../ui/parts.js';
import { View, reading } from '../ui/view.js';
import { confirmEmail, tokenOfAddress } from './account.api.js';
import { frame } from './frame.styles.js';

/** Opens the link that proves a new address. */
@customElement('ws-confirm-email')
export class ConfirmEmail extends View {
  static override styles = [...View.styles, frame];

  private readonly confirmed = new Task(
    this,
    async () => {
      await confirmEmail(tokenOfAddress());
      return true;
    },
    () => [],
  );

  override render() {
    return html`<div class="frame">
      <img src="/favicon.svg" alt="" />
      <h1>Your new address</h1>
      ${reading(this.confirmed, 'confirmation', () => notice('ok', 'The address is yours. Use it at the next sign-in.'))}
      <p class="small"><a href="/">To Whetstone</a></p>
    </div>`;
  }
}
