import { api, type Page, type Query } from '../kernel/api.js';

/** Whose a secret is; a person's own is taken before the workspace's. */
export type OwnerKind = 'person' | 'workspace';

/** Something that belongs to a secret. The server never sends the value of a secret one. */
export interface MetadataField {
  readonly value: string | null;
  readonly secret: boolean;
}

export type Metadata = Readonly<Record<string, MetadataField>>;

export interface Secret {
  readonly id: string;
  readonly version: number;
  readonly owner: OwnerKind;
  readonly provider: string;
  readonly description: string;
  readonly fingerprint: string;
  readonly lastFour: string | null;
  readonly metadata: Metadata;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly lastUsedAt: string | null;
}

export interface NewSecret {
  readonly owner: OwnerKind;
  readonly provider: string;
  readonly value: string;
  readonly description: string;
  readonly metadata: Metadata;
}

export interface SecretChange {
  readonly value: string | null;
  readonly description: string;
  readonly metadata: Metadata;
}

export const listSecrets = (owner: OwnerKind, query: Query, signal?: AbortSignal): Promise<Page<Secret>> =>
  api('secrets', { query: { ...query, owner }, signal });

export const listProviders = (): Promise<readonly string[]> => api('secrets/providers');

export const createSecret = (body: NewSecret): Promise<Secret> => api('secrets', { method: 'POST', body });

export const replaceSecret = (secret: Secret, body: SecretChange): Promise<Secret> =>
  api(`secrets/${secret.id}`, { method: 'PUT', body, ifMatch: secret.version });

export const deleteSecret = (secret: Secret): Promise<void> =>
  api(`secrets/${secret.id}`, { method: 'DELETE', ifMatch: secret.version });
