import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import type { Metadata } from './secrets.api.js';

interface Row {
  readonly key: number;
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  /** Its value is on the server and stays there until another is typed. */
  readonly kept: boolean;
}

/** The further fields of a secret, such as a region or a second key; read `fields` for what was typed. */
@customElement('ws-metadata-fields')
export class MetadataFields extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto auto;
        gap: var(--s2);
        align-items: end;
      }
      @media (max-width: 30rem) {
        .line {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) metadata: Metadata = {};
  @state() private rows: readonly Row[] = [];
  private next = 0;

  get fields(): Metadata {
    return Object.fromEntries(
      this.rows
        .filter((row) => row.name.trim() !== '')
        .map((row) => [
          row.name.trim(),
          { value: row.kept && row.value === '' ? null : row.value, secret: row.secret },
        ]),
    );
  }

  override connectedCallback() {
    super.connectedCallback();
    this.rows = Object.entries(this.metadata).map(([name, it]) => ({
      key: this.next++,
      name,
      value: it.value ?? '',
      secret: it.secret,
      kept: it.secret,
    }));
  }

  override render() {
    return html`<fieldset class="stack tight">
      <legend>Further fields</legend>
      ${this.rows.length === 0 ? html`<p class="hint">Such as a region, or the second key of AWS.</p>` : nothing}
      ${this.rows.map((row, index) => this.line(row, index + 1))}
      <p>
        <button type="button" class="btn small" @click=${this.add}>Add a field</button>
      </p>
    </fieldset>`;
  }

  private line(row: Row, number: number) {
    return html`<div class="line">
      <input
        aria-label="Name of field ${number}"
        placeholder="Name"
        autocomplete="off"
        maxlength="64"
        pattern="[A-Za-z0-9_.\\-]+"
        .value=${row.name}
        @input=${(event: Event) => this.change(row, { name: text(event) })}
      />
      <input
        aria-label="Value of field ${number}"
        placeholder=${row.kept ? 'Unchanged' : 'Value'}
        type=${row.secret ? 'password' : 'text'}
        autocomplete="off"
        .value=${row.value}
        @input=${(event: Event) => this.change(row, { value: text(event) })}
      />
      <label class="check"
        ><input
          type="checkbox"
          .checked=${row.secret}
          ?disabled=${row.kept}
          @change=${(event: Event) => this.change(row, { secret: (event.target as HTMLInputElement).checked })}
        />Secret</label
      >
      <button type="button" class="btn small" aria-label="Remove field ${number}" @click=${() => this.drop(row)}>
        Remove
      </button>
    </div>`;
  }

  private readonly add = () => {
    this.rows = [...this.rows, { key: this.next++, name: '', value: '', secret: false, kept: false }];
  };

  private change(row: Row, part: Partial<Row>) {
    this.rows = this.rows.map((other) => (other.key === row.key ? { ...other, ...part } : other));
  }

  private drop(row: Row) {
    this.rows = this.rows.filter((other) => other.key !== row.key);
  }
}

const text = (event: Event): string => (event.target as HTMLInputElement).value;
