import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { count } from '../kernel/format.js';
import { explain } from '../kernel/problem.js';
import { navigate } from '../kernel/router.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { splitDataset, type Dataset } from './datasets.api.js';

/**
 * The dialog that makes two datasets of one: rows to train on and rows held out.
 *
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-split-dataset')
export class SplitDataset extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) shown: Dataset | undefined;
  @state() private percent = 10;
  @state() private seed = 42;
  @state() private busy = false;
  @state() private failure: unknown;

  override render() {
    const rows = this.shown?.exampleCount ?? 0;
    const heldOut = Math.round((rows * this.percent) / 100);
    return html`<ws-dialog
      heading="Split the dataset"
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        <p class="muted">Two new datasets are made. The same seed gives the same split.</p>
        ${field({
          id: 'percent',
          label: 'Held out, in percent',
          control: html`<input
            id="percent"
            type="number"
            min="1"
            max="90"
            step="1"
            required
            .value=${String(this.percent)}
            aria-describedby="percent-hint"
            @input=${(event: Event) => (this.percent = Number((event.target as HTMLInputElement).value))}
          />`,
          hint: `About ${count(rows - heldOut)} rows to train on, ${count(heldOut)} held out.`,
        })}
        ${field({
          id: 'seed',
          label: 'Seed',
          control: html`<input
            id="seed"
            type="number"
            step="1"
            required
            .value=${String(this.seed)}
            @input=${(event: Event) => (this.seed = Number((event.target as HTMLInputElement).value))}
          />`,
        })}
      </form>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.submit}>Split</button>
    </ws-dialog>`;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (this.shown === undefined || this.busy || form?.reportValidity() !== true) return;
    this.busy = true;
    try {
      const { train, heldOut } = await splitDataset(this.shown.id, this.percent / 100, this.seed);
      toast(`${train.name} and ${heldOut.name} are made.`);
      navigate('/datasets');
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
