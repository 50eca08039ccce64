import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import { rotateKey, type ApiKey } from './api-keys.api.js';
import { OVERLAPS } from './key-words.js';

const HOUR = 3600;

/**
 * Gives a key a new secret, while the former one goes on for a while.
 *
 * @fires made - When there is a new secret; `detail` has it.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-rotate-api-key')
export class RotateApiKey extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) key!: ApiKey;
  @state() private failure: unknown;
  @state() private busy = false;
  @query('#overlap') private readonly overlap!: HTMLSelectElement;

  override render() {
    return html`<ws-dialog heading="Rotate “${this.key.name}”" open @closed=${() => this.close()}>
      <div class="stack">
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        <p>The key gets a new secret, which is shown to you once. Name, scopes and limits stay.</p>
        ${field({
          id: 'overlap',
          label: 'The former secret goes on working for',
          control: html`<select id="overlap" aria-describedby="overlap-hint">
            ${OVERLAPS.map(
              ([seconds, text]) => html`<option value=${seconds} ?selected=${seconds === HOUR}>${text}</option>`,
            )}
          </select>`,
          hint: 'So that programs can be changed one after the other. Choose “Not at all” when the secret has leaked.',
        })}
      </div>
      <button slot="actions" class="btn" @click=${() => this.close()}>Cancel</button>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.rotate}>Rotate key</button>
    </ws-dialog>`;
  }

  private readonly rotate = async () => {
    this.busy = true;
    try {
      const detail = await rotateKey(this.key.id, Number(this.overlap.value));
      this.dispatchEvent(new CustomEvent('made', { detail }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };

  private close() {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
