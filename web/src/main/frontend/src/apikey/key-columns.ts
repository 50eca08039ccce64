import { html, nothing } from 'lit';
import { session } from '../kernel/session.js';
import { badge, moment, tag } from '../ui/parts.js';
import type { Column } from '../ui/table.js';
import type { ApiKey } from './api-keys.api.js';
import { KIND_NAME, SCOPES, isUsedUp, standingOf } from './key-words.js';

/** What can be done with a key of the list. */
export interface KeyTools {
  usage(key: ApiKey): void;
  edit(key: ApiKey): void;
  rotate(key: ApiKey): void;
  revoke(key: ApiKey): void;
}

export const keyColumns = (tools: KeyTools): readonly Column<ApiKey>[] => [
  {
    name: 'Name',
    kind: 'title',
    cell: (it) => html`${it.name} ${it.kind === 'api_key' ? nothing : tag(KIND_NAME[it.kind].toLowerCase())}`,
  },
  { name: 'Key', cell: (it) => html`<code>${it.preview}</code>` },
  { name: 'Status', cell: standing },
  {
    name: 'May',
    cell: (it) =>
      html`<div>${scopesOf(it)}</div>
        ${limits(it)}`,
  },
  { name: 'Tokens this month', cell: used },
  { name: 'Last used', cell: lastUse },
  { name: 'Expires', cell: (it) => (it.expiresAt === null ? 'Never' : moment(it.expiresAt)) },
  { name: 'Actions', kind: 'actions', cell: (it) => actions(it, tools) },
];

function standing(it: ApiKey) {
  const now = standingOf(it);
  if (now === 'revoked')
    return html`${badge('cancelled', 'Revoked')} <span class="small">${moment(it.revokedAt)}</span>`;
  if (now === 'expired') return badge('disabled', 'Expired');
  const former = it.formerUntil !== null && Date.parse(it.formerUntil) > Date.now();
  return former
    ? html`${badge('active')} <span class="small muted">former secret until ${moment(it.formerUntil)}</span>`
    : badge('active');
}

const scopesOf = (it: ApiKey): string =>
  it.scopes.map((scope) => SCOPES.find(([name]) => name === scope)?.[1] ?? scope).join(', ');

function limits(it: ApiKey) {
  const parts = [
    ...it.networks,
    ...it.models,
    ...(it.requestsPerMinute === null ? [] : [`${it.requestsPerMinute} requests a minute`]),
  ];
  return parts.length === 0 ? nothing : html`<div class="small muted">only ${parts.join(' · ')}</div>`;
}

function used(it: ApiKey) {
  const number = it.tokensThisMonth.toLocaleString();
  if (it.monthlyTokens === null) return number;
  const left = html`${number} <span class="small muted">of ${it.monthlyTokens.toLocaleString()}</span>`;
  return isUsedUp(it) ? html`${left} <span class="small">used up until ${moment(it.budgetRenewsAt)}</span>` : left;
}

const lastUse = (it: ApiKey) =>
  it.lastUsedAt === null
    ? html`Never`
    : html`${moment(it.lastUsedAt)} <span class="small muted">${it.lastUsedAddress ?? ''}</span>`;

/** Another person's key can be looked at and revoked only. */
function actions(it: ApiKey, tools: KeyTools) {
  const active = standingOf(it) === 'active';
  const own = it.userId === session.me?.id;
  const button = (title: string, run: (key: ApiKey) => void, danger = false) =>
    html`<button class="btn small ${danger ? 'danger' : ''}" aria-label="${title} ${it.name}" @click=${() => run(it)}>
      ${title}
    </button>`;
  return html`<div class="row">
    ${button('Usage', tools.usage)}
    ${active && own ? [button('Edit', tools.edit), button('Rotate', tools.rotate)] : nothing}
    ${active ? button('Revoke', tools.revoke, true) : nothing}
  </div>`;
}
