import { api, type Page } from '../kernel/api.js';

export type ResourceType = 'dataset' | 'training_job' | 'model' | 'training_configuration' | 'conversation';
export type ShareLevel = 'view' | 'comment' | 'edit';

export interface Share {
  readonly id: string;
  readonly version: number;
  readonly workspaceId: string;
  readonly resourceType: ResourceType;
  readonly resourceId: string;
  readonly resourceName: string | null;
  readonly grantee: string;
  readonly granteeUserId: string | null;
  readonly granteeWorkspaceId: string | null;
  readonly level: ShareLevel;
  readonly note: string | null;
  readonly sharedBy: string;
  readonly createdAt: string;
}

/** Something that can be shared. */
export interface Resource {
  readonly type: ResourceType;
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
  /** Whose it is alone until it is shared; what has no owner is open to all of its workspace. */
  readonly ownerId?: string;
}

/** With whom: a person by address, or a workspace. */
export type Grantee = { readonly email: string } | { readonly workspaceId: string };

export const listShares = (it: Resource, signal?: AbortSignal): Promise<Page<Share>> =>
  api('shares', { query: { resourceType: it.type, resourceId: it.id }, signal });

export const listReceivedShares = (signal?: AbortSignal): Promise<Page<Share>> => api('shares/received', { signal });

export const share = (it: Resource, grantee: Grantee, level: ShareLevel, note: string | null): Promise<Share> =>
  api('shares', {
    method: 'POST',
    body: { resourceType: it.type, resourceId: it.id, ...grantee, level, ...(note === null ? {} : { note }) },
  });

export const changeShare = (it: Share, level: ShareLevel, note: string | null): Promise<Share> =>
  api(`shares/${it.id}`, { method: 'PATCH', body: { level, note }, ifMatch: it.version });

export const removeShare = (it: Share): Promise<void> => api(`shares/${it.id}`, { method: 'DELETE' });
