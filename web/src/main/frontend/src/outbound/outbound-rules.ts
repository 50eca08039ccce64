import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ViewActions } from '../kernel/actions.js';
import { ask } from '../ui/confirm.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, pageHeader } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import './add-outbound-rule.js';
import './check-address.js';
import { deleteRule, listRules, type OutboundRule } from './outbound-rules.api.js';

interface Draft {
  readonly target: string;
  readonly port?: number;
}

/** What the server may ask in a private network, for administrators. */
@customElement('ws-outbound-rules')
export class OutboundRules extends View {
  @state() private draft: Draft | undefined;
  private readonly rules = new PagedList<OutboundRule>(this, listRules);

  private readonly columns: readonly Column<OutboundRule>[] = [
    { name: 'Target', kind: 'title', cell: (it) => html`<code>${it.target}</code>` },
    { name: 'Port', cell: (it) => it.port ?? 'all' },
    { name: 'Note', cell: (it) => (it.note === '' ? '—' : it.note) },
    { name: 'Added', cell: (it) => moment(it.createdAt) },
    {
      name: 'Actions',
      kind: 'actions',
      cell: (it) =>
        html`<button
          class="btn small danger"
          aria-label="Delete the rule for ${name(it)}"
          @click=${() => this.close(it)}
        >
          Delete
        </button>`,
    },
  ];

  constructor() {
    super();
    new ViewActions(this, () => [
      { id: 'outbound.new', title: 'Add an outbound rule', group: 'This page', keys: 'n', run: () => this.add() },
    ]);
  }

  override render() {
    const add = html`<button class="btn primary" @click=${() => this.add()}>${icon('plus')}Add rule</button>`;
    return html`<div class="stack wide">
        ${pageHeader({
          title: 'Outbound',
          lead: 'The server asks the internet, and of private networks only what is listed here.',
          actions: add,
        })}
        ${this.rules.render(
          'rules',
          (items) => html`<div class="card flush">${table('Outbound rules', this.columns, items, (it) => it.id)}</div>`,
          () =>
            html`<div class="card">
              ${empty('outbound', 'Nothing is opened', 'No private address can be asked.', add)}
            </div>`,
        )}
        <section class="card stack" aria-labelledby="test">
          <h2 id="test">Test an address</h2>
          <p>Shows what the name resolves to and which rule decides. Nothing is connected to.</p>
          <ws-check-address @open=${(event: CustomEvent<Draft>) => (this.draft = event.detail)}></ws-check-address>
        </section>
      </div>
      ${this.draft === undefined ? nothing : this.dialog(this.draft)}`;
  }

  private dialog({ target, port }: Draft) {
    return html`<ws-add-outbound-rule
      .target=${target}
      .port=${port}
      @closed=${() => (this.draft = undefined)}
      @created=${(event: CustomEvent<OutboundRule>) => this.created(event.detail)}
    ></ws-add-outbound-rule>`;
  }

  private add() {
    this.draft = { target: '' };
  }

  private created(rule: OutboundRule) {
    this.draft = undefined;
    toast(`${name(rule)} is open.`);
    this.rules.reload();
  }

  private async close(rule: OutboundRule) {
    const text = `The server no longer asks ${name(rule)}, unless another rule allows it. What runs now is not ended.`;
    if (!(await ask({ title: 'Delete this rule?', text, confirm: 'Delete', danger: true }))) return;
    try {
      await deleteRule(rule);
      toast(`${name(rule)} is closed.`);
    } catch (failure) {
      toastFailure(failure);
    }
    this.rules.reload();
  }
}

const name = (it: OutboundRule) => (it.port === null ? it.target : `${it.target}, port ${it.port}`);

declare global {
  interface HTMLElementTagNameMap {
    'ws-outbound-rules': OutboundRules;
  }
}
