import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { time } from '../kernel/format.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { fact } from '../ui/parts.js';
import type { AuditEvent } from './audit.api.js';

const shown = (value: unknown): string =>
  value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value);

/**
 * One row of the audit log with all that is known of it.
 *
 * @fires closed - When the panel was closed.
 */
@customElement('ws-audit-event')
export class AuditEventPanel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      code,
      dd {
        overflow-wrap: anywhere;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        text-align: start;
        vertical-align: top;
        padding: var(--s2);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) event: AuditEvent | undefined;

  override render() {
    const it = this.event;
    if (it === undefined) return nothing;
    return html`<ws-dialog heading=${it.action} open @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}>
      <div class="stack">
        <dl class="facts">
          ${fact('When', html`${time(it.at, 'local')} (${time(it.at, 'utc')})`)} ${fact('Who', who(it))}
          ${fact('Subject', html`${it.subject} ${it.subjectId ?? ''}`)} ${fact('Workspace', it.workspaceId ?? '—')}
          ${fact('Address', it.address || '—')} ${fact('Program', it.userAgent || '—')}
          ${fact('Request', it.requestId || '—')} ${fact('Credential', it.credentialId ?? '—')}
          ${fact('Acting for', it.actingForId ?? '—')} ${fact('Number', it.seq ?? 'not sealed yet')}
          ${fact('Hash', html`<code>${it.hash ?? '—'}</code>`)}
        </dl>
        ${changes(it)}
      </div>
    </ws-dialog>`;
  }
}

const who = (it: AuditEvent) => (it.actorId === null ? it.actorKind : `${it.actorKind} ${it.actorId}`);

function changes(it: AuditEvent) {
  const names = [...new Set([...Object.keys(it.before), ...Object.keys(it.after)])].sort();
  if (names.length === 0) return html`<p class="muted">No field was changed.</p>`;
  return html`<table aria-label="Changed fields">
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">Before</th>
        <th scope="col">After</th>
      </tr>
    </thead>
    <tbody>
      ${names.map(
        (name) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${shown(it.before[name])}</td>
            <td>${shown(it.after[name])}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
