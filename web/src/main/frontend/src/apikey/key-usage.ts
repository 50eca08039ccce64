import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { PagedList } from '../ui/paged-list.js';
import { badge, empty, moment } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { readUsage, type ApiKey, type KeyRequest } from './api-keys.api.js';

const COLUMNS: readonly Column<KeyRequest>[] = [
  { name: 'Request', kind: 'title', cell: (it) => html`<code>${it.method} ${it.path}</code>` },
  { name: 'Answer', cell: (it) => badge(it.status < 400 ? 'ready' : 'failed', String(it.status)) },
  { name: 'Took', kind: 'end', cell: (it) => `${it.millis} ms` },
  { name: 'From', cell: (it) => it.address },
  { name: 'When', cell: (it) => moment(it.at) },
];

/**
 * What a key was used for, newest first.
 *
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-key-usage')
export class KeyUsage extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      ws-dialog {
        --dialog-width: 56rem;
      }
    `,
  ];

  @property({ attribute: false }) key!: ApiKey;

  private readonly requests = new PagedList<KeyRequest>(
    this,
    (query, signal) => readUsage(this.key.id, query, signal),
    () => [this.key.id],
  );

  override render() {
    return html`<ws-dialog
      heading="Usage of “${this.key.name}”"
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      ${this.requests.render(
        'requests',
        (items) => table('Requests', COLUMNS, items, (it) => it.id),
        () => empty('key', 'Not used yet', 'Every request with this key is listed here, refused ones too.'),
      )}
      <button slot="actions" class="btn" @click=${() => this.requests.reload()}>Refresh</button>
    </ws-dialog>`;
  }
}
