import { api, type Page, type Query } from '../kernel/api.js';

export type KeyKind = 'api_key' | 'service_key' | 'publishable_key';
export type Scope = 'all' | 'read' | 'training' | 'production' | 'testing' | 'worker' | 'admin';

export interface ApiKey {
  readonly id: string;
  readonly version: number;
  readonly userId: string;
  readonly kind: KeyKind;
  readonly name: string;
  readonly preview: string;
  readonly scopes: readonly Scope[];
  readonly networks: readonly string[];
  readonly models: readonly string[];
  readonly requestsPerMinute: number | null;
  readonly monthlyTokens: number | null;
  readonly tokensThisMonth: number;
  readonly budgetRenewsAt: string;
  readonly expiresAt: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly lastUsedAddress: string | null;
  readonly formerUntil: string | null;
  readonly revokedAt: string | null;
}

/** A key with its text, which the server tells this once. */
export interface NewKey {
  readonly apiKey: ApiKey;
  readonly key: string;
}

export interface KeySettings {
  readonly name: string;
  readonly scopes?: readonly Scope[];
  readonly networks: readonly string[];
  readonly models: readonly string[];
  readonly requestsPerMinute: number | null;
  readonly monthlyTokens: number | null;
  readonly expiresAt: string | null;
}

export interface KeyRequest {
  readonly id: string;
  readonly userId: string;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly millis: number;
  readonly address: string;
}

const KEYS = 'user/api-keys';

export const listKeys = (query: Query, signal?: AbortSignal): Promise<Page<ApiKey>> => api(KEYS, { query, signal });

export const createKey = (kind: KeyKind, body: KeySettings): Promise<NewKey> =>
  api(KEYS, { method: 'POST', query: { kind }, body });

export const changeKey = (it: ApiKey, body: KeySettings): Promise<ApiKey> =>
  api(`${KEYS}/${it.id}`, { method: 'PUT', body, ifMatch: it.version });

export const rotateKey = (id: string, overlapSeconds: number): Promise<NewKey> =>
  api(`${KEYS}/${id}/rotate`, { method: 'POST', body: { overlapSeconds } });

export const revokeKey = (id: string): Promise<ApiKey> => api(`${KEYS}/${id}`, { method: 'DELETE' });

export const readUsage = (id: string, query: Query, signal?: AbortSignal): Promise<Page<KeyRequest>> =>
  api(`${KEYS}/${id}/usage`, { query, signal });
