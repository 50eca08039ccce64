import { api, urlOf, type Page, type Query } from '../kernel/api.js';
import { download } from '../kernel/download.js';

/** A row of the audit log. */
export interface AuditEvent {
  readonly id: string;
  readonly seq: number | null;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorKind: string;
  readonly credentialId: string | null;
  readonly actingForId: string | null;
  readonly workspaceId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly address: string;
  readonly userAgent: string;
  readonly requestId: string;
  readonly hash: string | null;
}

export interface AuditChain {
  readonly seq: number;
  readonly hash: string;
  readonly verifiedSeq: number;
  readonly verifiedAt: string | null;
  readonly brokenSeq: number | null;
}

export const FILTERS = ['text', 'action', 'actor', 'workspace', 'subject', 'subjectId', 'from', 'to'] as const;

export const listAudit = (query: Query, signal?: AbortSignal): Promise<Page<AuditEvent>> =>
  api('admin/audit', { query, signal });

export const readChain = (signal?: AbortSignal): Promise<AuditChain> => api('admin/audit/chain', { signal });

export const downloadAudit = (format: 'csv' | 'jsonl', query: Query): Promise<void> =>
  download(urlOf('admin/audit/download', { ...query, format }), `audit.${format}`);
