import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { UNITS, amountOf, isoOf, type Unit } from './duration.js';
import { titleOf } from './setting-values.js';
import type { Setting } from './settings.api.js';

/**
 * A time, as a number and its unit.
 *
 * @fires change - When either was changed; `detail` is the time in ISO-8601.
 */
@customElement('ws-duration-field')
export class DurationField extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      div {
        display: flex;
        gap: var(--s2);
      }
      input {
        flex: 1 1 6rem;
        min-width: 0;
      }
      select {
        flex: 0 1 10rem;
      }
    `,
  ];

  /** A label of the form names it as it does any field. */
  static readonly formAssociated = true;

  @property({ attribute: false }) setting!: Setting;
  @property() value = 'PT0S';
  @property({ type: Boolean }) disabled = false;
  @query('input') private readonly count!: HTMLInputElement;
  @query('select') private readonly unit!: HTMLSelectElement;

  override focus() {
    this.count.focus();
  }

  override render() {
    const amount = amountOf(this.value);
    const title = titleOf(this.setting.key);
    return html`<div role="group" aria-label=${title}>
      <input
        type="number"
        aria-label=${title}
        min="1"
        step="any"
        required
        .value=${String(amount.count)}
        ?disabled=${this.disabled}
        @change=${this.changed}
      />
      <select aria-label="Unit of ${title.toLowerCase()}" ?disabled=${this.disabled} @change=${this.changed}>
        ${Object.keys(UNITS).map((unit) => html`<option value=${unit} ?selected=${unit === amount.unit}>${unit}</option>`)}
      </select>
    </div>`;
  }

  private readonly changed = (event: Event) => {
    event.stopPropagation();
    const detail = isoOf({ count: Number(this.count.value), unit: this.unit.value as Unit });
    this.dispatchEvent(new CustomEvent('change', { detail }));
  };
}
