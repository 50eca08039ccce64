import { Task } from '@lit/task';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bytes, count, percent, words } from '../kernel/format.js';
import { badge, empty, fact, moment, notice, pageHeader } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { View, reading } from '../ui/view.js';
import { readStatus, type SystemStatus } from './system.api.js';

const EVERY_MS = 5000;

type Check = SystemStatus['checks'][number];
type Runner = SystemStatus['runners'][number];

const CHECKS: readonly Column<Check>[] = [
  { name: 'Part', kind: 'title', cell: (it) => words(it.name) },
  { name: 'Status', cell: (it) => badge(it.status) },
  { name: 'Detail', cell: (it) => it.detail ?? '—' },
];

const RUNNERS: readonly Column<Runner>[] = [
  { name: 'Model', kind: 'title', cell: (it) => it.model },
  { name: 'Status', cell: (it) => badge(it.status) },
  { name: 'Port', kind: 'end', cell: (it) => it.port ?? '—' },
  {
    name: 'Adapters',
    cell: (it) => (Array.isArray(it.adapters) ? it.adapters.join(', ') || 'none' : String(it.adapters ?? '—')),
  },
];

/** How the installation is doing, read again every few seconds while the page is looked at. */
@customElement('ws-system-status')
export class SystemStatusPage extends View {
  static override styles = [
    ...View.styles,
    css`
      .gauges {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: var(--s4);
      }
      .gauge {
        display: grid;
        gap: var(--s2);
      }
      .gauge strong {
        font-size: 1.125rem;
      }
    `,
  ];

  private timer: ReturnType<typeof setInterval> | undefined;

  private readonly status = new Task(this, {
    task: (_: readonly never[], { signal }) => readStatus(signal),
    args: () => [] as const,
  });

  override connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => document.hidden || void this.status.run(), EVERY_MS);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override render() {
    return html`<div class="stack wide">
      ${pageHeader({ title: 'System status', lead: 'Refreshed every five seconds.' })}
      ${reading(this.status, 'the status', (it) => this.filled(it))}
    </div>`;
  }

  private filled(it: SystemStatus) {
    const down = it.checks.filter((check) => check.status === 'down');
    return html`
      ${
        down.length === 0
          ? notice('ok', 'Everything is up.')
          : notice('danger', `Not up: ${down.map((check) => words(check.name)).join(', ')}.`)
      }
      <div class="gauges">
        ${gauge('Memory of the server', it.memory.usedBytes, it.memory.maxBytes)}
        ${gauge('Storage', it.storage.usedBytes, it.storage.usedBytes + it.storage.freeBytes)}
        <section class="card" aria-label="Server">
          <dl class="facts">
            ${fact('Version', it.version)} ${fact('Started', moment(it.startedAt))}
            ${fact('Jobs running', count(it.training.running))} ${fact('Jobs queued', count(it.training.queued))}
          </dl>
        </section>
      </div>
      <section class="card flush" aria-label="Parts">
        ${table('Parts', CHECKS, it.checks, (check) => check.name)}
      </section>
      <section class="stack" aria-labelledby="runners">
        <h2 id="runners">Runners</h2>
        <div class="card flush">
          ${
            it.runners.length === 0
              ? empty('model', 'No model is loaded', 'A runner starts with the first message to a model.')
              : table('Runners', RUNNERS, it.runners, (runner) => runner.model)
          }
        </div>
      </section>
    `;
  }
}

const gauge = (title: string, used: number, all: number) => html`
  <section class="card gauge" aria-label=${title}>
    <span class="muted small">${title}</span>
    <strong class="num">${bytes(used)} of ${bytes(all)}</strong>
    <progress max="1" .value=${all > 0 ? used / all : 0} aria-label=${title}></progress>
    <span class="muted small">${percent(all > 0 ? used / all : null)} used</span>
  </section>
`;
