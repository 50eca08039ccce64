import type { ApiKey, KeyKind, Scope } from './api-keys.api.js';

export const KIND_NAME: Record<KeyKind, string> = {
  api_key: 'API key',
  service_key: 'Service key',
  publishable_key: 'Publishable key',
};

export const KIND_TEXT: Record<KeyKind, string> = {
  api_key: 'Speaks for you, within its scopes.',
  service_key: 'For another server, which may name the member of this workspace that it acts for.',
  publishable_key: 'May lie open in a page: it opens only what is public.',
};

/** What each scope allows, the least first. */
export const SCOPES: readonly (readonly [Scope, string, string])[] = [
  ['read', 'Read', 'Read everything in the workspace and change nothing.'],
  ['production', 'Production', 'Ask models, and see to what serves them.'],
  ['training', 'Training', 'Make and change datasets, models and training jobs.'],
  ['testing', 'Testing', 'Run evaluations and benchmarks.'],
  ['worker', 'Worker', 'Take work and report it, for workers.'],
  ['all', 'All', 'Everything that you may do yourself.'],
  ['admin', 'Administration', 'Run this installation.'],
];

const DAY_MS = 86_400_000;

/** How long a new key lives; 0 for ever. */
export const LIVES: readonly (readonly [number, string])[] = [
  [7, '7 days'],
  [30, '30 days'],
  [90, '90 days'],
  [365, 'A year'],
  [0, 'As late as allowed'],
];

export const endAfter = (days: number, now: number = Date.now()): string | null =>
  days === 0 ? null : new Date(now + days * DAY_MS).toISOString();

/** For how long the former secret goes on after a rotation, in seconds. */
export const OVERLAPS: readonly (readonly [number, string])[] = [
  [0, 'Not at all'],
  [3600, 'An hour'],
  [86_400, 'A day'],
  [604_800, 'A week'],
  [2_592_000, '30 days'],
];

export type Standing = 'active' | 'expired' | 'revoked';

export function standingOf(key: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: number = Date.now()): Standing {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= now ? 'expired' : 'active';
}

/** Whether the key is refused until its budget renews. */
export const isUsedUp = (key: Pick<ApiKey, 'monthlyTokens' | 'tokensThisMonth'>): boolean =>
  key.monthlyTokens !== null && key.tokensThisMonth >= key.monthlyTokens;

/** Entries of a text field, one a line or parted by commas. */
export const entriesOf = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** A first request with the key, by what it may do; the key itself stays a variable. */
export function example(key: Pick<ApiKey, 'scopes' | 'kind'>, origin: string): string {
  const asks = !key.scopes.includes('read') && !key.scopes.includes('all') && key.scopes.includes('production');
  const path = asks ? '/v1/models' : '/api/datasets?limit=5';
  const acting = key.kind === 'service_key' ? [`  -H 'X-Acts-For: person@example.org'`] : [];
  return [`curl '${origin}${path}'`, `  -H "Authorization: Bearer $WHETSTONE_API_KEY"`, ...acting].join(' \\\n');
}
