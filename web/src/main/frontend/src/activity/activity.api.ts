import { api, type Page, type Query } from '../kernel/api.js';

/** A line of the feed. */
export interface Activity {
  readonly id: string;
  readonly action: string;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly subjectName: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly at: string;
}

export interface Member {
  readonly userId: string;
  readonly displayName: string;
}

export const listActivity = (query: Query, signal?: AbortSignal): Promise<Page<Activity>> =>
  api('activity', { query, signal });

export const listMembers = async (workspaceId: string, signal?: AbortSignal): Promise<readonly Member[]> =>
  (await api<Page<Member>>(`workspaces/${encodeURIComponent(workspaceId)}/members`, { signal })).items;
