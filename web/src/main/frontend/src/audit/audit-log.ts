import { Task } from '@lit/task';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Query } from '../kernel/api.js';
import { count, time } from '../kernel/format.js';
import { router } from '../kernel/router.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, notice, pageHeader } from '../ui/parts.js';
import { searchBox } from '../ui/search-box.js';
import { table, type Column } from '../ui/table.js';
import { toastFailure } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import './audit-event.js';
import { FILTERS, downloadAudit, listAudit, readChain, type AuditChain, type AuditEvent } from './audit.api.js';

/** What was done on this installation, by whom and from where; every filter is in the address. */
@customElement('ws-audit-log')
export class AuditLog extends View {
  static override styles = [
    ...View.styles,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: var(--s3);
        align-items: end;
      }
      label {
        display: grid;
        gap: var(--s1, 4px);
      }
    `,
  ];

  @state() private opened: AuditEvent | undefined;

  private readonly chain = new Task(this, {
    task: (_: readonly never[], { signal }) => readChain(signal),
    args: () => [] as const,
  });
  private readonly events = new PagedList<AuditEvent>(
    this,
    (query, signal) => listAudit({ ...query, ...this.filters() }, signal),
    () => [router.query.toString()],
  );

  private readonly columns: readonly Column<AuditEvent>[] = [
    {
      name: 'Action',
      kind: 'title',
      cell: (it) => html`<button class="link" @click=${() => (this.opened = it)}>${it.action}</button>`,
    },
    { name: 'When', cell: (it) => moment(it.at) },
    { name: 'Who', cell: (it) => this.who(it) },
    { name: 'Subject', cell: (it) => it.subject },
    { name: 'Address', cell: (it) => it.address || '—' },
    { name: 'Number', kind: 'end', cell: (it) => it.seq ?? '—' },
  ];

  override render() {
    const actions = html`
      <button class="btn" @click=${() => this.save('csv')}>${icon('download')}CSV</button>
      <button class="btn" @click=${() => this.save('jsonl')}>${icon('download')}JSONL</button>
    `;
    return html`<div class="stack wide">
        ${pageHeader({ title: 'Audit log', lead: 'It can be added to and read, and never changed.', actions })}
        ${reading(this.chain, 'the state of the chain', (it) => chainBadge(it))}
        <section class="card filters" aria-label="Filters">
          ${searchBox('Search the log', this.query.get('text') ?? '', (text) => router.setQuery({ text }))}
          ${this.input('action', 'Action begins with', 'user.')} ${this.input('actor', 'Actor id')}
          ${this.input('workspace', 'Workspace id')} ${this.input('subject', 'Subject', 'dataset')}
          ${this.day('from', 'From')} ${this.day('to', 'Until before')}
        </section>
        ${this.events.render(
          'the audit log',
          (items) => html`<div class="card flush">${table('Audit log', this.columns, items, (it) => it.id)}</div>`,
          () => html`<div class="card">${empty('search', 'Nothing found', 'No row fits these filters.')}</div>`,
        )}
      </div>
      ${
        this.opened === undefined
          ? nothing
          : html`<ws-audit-event .event=${this.opened} @closed=${() => (this.opened = undefined)}></ws-audit-event>`
      }`;
  }

  private who(it: AuditEvent) {
    if (it.actorId === null) return it.actorKind;
    const actor = it.actorId;
    return html`<button class="link" title="Only what ${actor} did" @click=${() => router.setQuery({ actor })}>
      ${it.actorKind} ${actor.slice(0, 8)}
    </button>`;
  }

  private filters(): Query {
    return Object.fromEntries(FILTERS.map((name) => [name, this.query.get(name)]));
  }

  private input(name: string, label: string, placeholder = '') {
    return html`<label
      >${label}
      <input
        .value=${this.query.get(name) ?? ''}
        placeholder=${placeholder}
        @change=${(event: Event) => router.setQuery({ [name]: (event.target as HTMLInputElement).value.trim() })}
      />
    </label>`;
  }

  private day(name: string, label: string) {
    return html`<label
      >${label}
      <input
        type="date"
        .value=${localDay(this.query.get(name))}
        @change=${(event: Event) => {
          const day = (event.target as HTMLInputElement).value;
          router.setQuery({ [name]: day === '' ? '' : new Date(`${day}T00:00:00`).toISOString() });
        }}
      />
    </label>`;
  }

  private async save(format: 'csv' | 'jsonl') {
    try {
      await downloadAudit(format, this.filters());
    } catch (failure) {
      toastFailure(failure);
    }
  }
}

function localDay(iso: string | null): string {
  const at = new Date(iso ?? '');
  if (Number.isNaN(at.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const chainBadge = (it: AuditChain) =>
  it.brokenSeq === null || it.brokenSeq === undefined
    ? notice(
        'ok',
        html`Verified up to number ${count(it.verifiedSeq)} at ${time(it.verifiedAt, 'local')}. Head:
          <code>${it.seq}:${it.hash.slice(0, 16)}…</code>`,
      )
    : notice('danger', html`Row ${it.brokenSeq} is not as it was written: somebody changed the log.`);
