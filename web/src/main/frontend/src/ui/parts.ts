import { html, nothing, type TemplateResult } from 'lit';
import { ProblemError, explain } from '../kernel/problem.js';
import { time, words } from '../kernel/format.js';
import { icon, type IconName } from './icons.js';

/** Pieces that every view draws alike. They are functions, as they hold no state. */
export type Content = TemplateResult | string | typeof nothing;

export type Tone = 'ok' | 'info' | 'warn' | 'danger' | 'none';

const TONES: Record<string, Tone> = {
  ready: 'ok',
  completed: 'ok',
  active: 'ok',
  up: 'ok',
  starting: 'info',
  crashed: 'danger',
  running: 'info',
  processing: 'info',
  importing: 'info',
  queued: 'none',
  pending: 'none',
  paused: 'warn',
  cancelled: 'warn',
  disabled: 'warn',
  failed: 'danger',
  down: 'danger',
};

const BUSY = new Set(['running', 'processing', 'importing', 'pending', 'starting']);

export const badge = (status: string, text: string = words(status)) =>
  html`<span class="badge" data-tone=${TONES[status] ?? 'none'} ?data-busy=${BUSY.has(status)}>${text}</span>`;

export const tag = (text: string) => html`<span class="badge plain">${text}</span>`;

export interface Header {
  readonly title: string;
  readonly lead?: Content;
  readonly crumb?: { readonly href: string; readonly title: string };
  readonly beside?: Content;
  readonly actions?: Content;
}

export const pageHeader = (header: Header) => html`
  <header class="page-header">
    <div class="grow">
      ${
        header.crumb === undefined
          ? nothing
          : html`<p class="crumb"><a href=${header.crumb.href}>${header.crumb.title}</a></p>`
      }
      <div class="row">
        <h1>${header.title}</h1>
        ${header.beside ?? nothing}
      </div>
      ${header.lead === undefined ? nothing : html`<p class="lead">${header.lead}</p>`}
    </div>
    ${header.actions === undefined ? nothing : html`<div class="row">${header.actions}</div>`}
  </header>
`;

export const loading = (what: string) => html`
  <div class="card stack tight" role="status">
    <span class="visually-hidden">Loading ${what}…</span>
    <div class="bone"></div>
    <div class="bone"></div>
    <div class="bone tall"></div>
  </div>
`;

export const empty = (name: IconName, title: string, text: Content, actions: Content = nothing) => html`
  <div class="empty">
    ${icon(name)}
    <h2>${title}</h2>
    <p>${text}</p>
    <div class="row">${actions}</div>
  </div>
`;

export const notice = (tone: Tone, content: Content) => html`
  <div class="notice" data-tone=${tone} role=${tone === 'danger' ? 'alert' : nothing}>
    ${icon(tone === 'ok' ? 'check' : tone === 'info' ? 'info' : 'warning')}
    <div class="grow">${content}</div>
  </div>
`;

/** A read that failed, with a way to try again. */
export function failed(failure: unknown, retry?: () => void) {
  const trace = failure instanceof ProblemError ? failure.traceId : undefined;
  return notice(
    'danger',
    html`
      <p>${explain(failure)}</p>
      ${trace === undefined ? nothing : html`<p class="small">Trace id <code>${trace}</code></p>`}
      ${retry === undefined ? nothing : html`<p><button class="link" @click=${retry}>Try again</button></p>`}
    `,
  );
}

/** A moment, relative to now, with the exact one on hover. */
export const moment = (iso: string | null | undefined) =>
  iso == null
    ? html`—`
    : html`<time datetime=${iso} title="${time(iso, 'local')} · ${time(iso, 'utc')}">${time(iso)}</time>`;

export const fact = (name: string, value: Content | number) => html`
  <div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>
`;

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly control: TemplateResult;
  readonly hint?: Content;
  readonly error?: string | undefined;
}

/** A labelled control; give the control `aria-describedby="<id>-hint"`. */
export const field = (it: Field) => html`
  <div class="field">
    <label for=${it.id}>${it.label}</label>
    ${it.control} ${it.hint === undefined && it.error === undefined ? nothing : hints(it)}
  </div>
`;

const hints = (it: Field) =>
  html`<div id="${it.id}-hint">
    ${it.hint === undefined ? nothing : html`<span class="hint">${it.hint}</span>`}
    ${it.error === undefined ? nothing : html`<span class="error" role="alert">${it.error}</span>`}
  </div>`;
