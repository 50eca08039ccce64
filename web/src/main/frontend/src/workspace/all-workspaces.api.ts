import { api, type Page, type Query } from '../kernel/api.js';

/** A workspace as administrators of the installation see it. */
export interface AnyWorkspace {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: 'personal' | 'team';
  readonly plan: string;
  readonly members: number;
  readonly createdAt: string;
  readonly archivedAt: string | null;
}

export const listAllWorkspaces = (query: Query, signal: AbortSignal): Promise<Page<AnyWorkspace>> =>
  api('admin/workspaces', { query, signal });

export const changePlan = (it: AnyWorkspace, plan: string): Promise<AnyWorkspace> =>
  api(`admin/workspaces/${encodeURIComponent(it.id)}/plan`, { method: 'PUT', body: { plan }, ifMatch: it.version });
