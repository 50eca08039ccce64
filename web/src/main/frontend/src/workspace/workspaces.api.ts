import { api, type Page } from '../kernel/api.js';
import type { WorkspaceRole } from '../kernel/session.js';

export interface WorkspaceDetails {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: 'personal' | 'team';
  readonly plan: string;
  readonly role: WorkspaceRole;
  readonly createdAt: string;
  readonly archivedAt: string | null;
  readonly deleteAt: string | null;
}

export interface Member {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: WorkspaceRole;
  readonly joinedAt: string;
}

export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly email: string;
  readonly role: WorkspaceRole;
  readonly invitedBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly expired: boolean;
}

const of = (id: string): string => `workspaces/${encodeURIComponent(id)}`;

export const createWorkspace = (name: string): Promise<WorkspaceDetails> =>
  api('workspaces', { method: 'POST', body: { name } });

export const readWorkspace = (id: string, signal?: AbortSignal): Promise<WorkspaceDetails> => api(of(id), { signal });

export const renameWorkspace = (it: WorkspaceDetails, name: string): Promise<WorkspaceDetails> =>
  api(of(it.id), { method: 'PATCH', body: { name }, ifMatch: it.version });

export const archiveWorkspace = (id: string): Promise<WorkspaceDetails> => api(`${of(id)}/archive`, { method: 'POST' });

export const restoreWorkspace = (id: string): Promise<WorkspaceDetails> => api(`${of(id)}/restore`, { method: 'POST' });

export const deleteWorkspace = (id: string): Promise<WorkspaceDetails> => api(of(id), { method: 'DELETE' });

export const exportPath = (id: string): string => `${of(id)}/export`;

export const listMembers = (id: string, signal?: AbortSignal): Promise<Page<Member>> =>
  api(`${of(id)}/members`, { signal });

export const changeRole = (id: string, userId: string, role: WorkspaceRole): Promise<Member> =>
  api(`${of(id)}/members/${userId}`, { method: 'PATCH', body: { role } });

export const removeMember = (id: string, userId: string): Promise<void> =>
  api(`${of(id)}/members/${userId}`, { method: 'DELETE' });

export const transferWorkspace = (id: string, userId: string): Promise<Page<Member>> =>
  api(`${of(id)}/members/transfer`, { method: 'POST', body: { userId } });

export const listInvitations = (id: string, signal?: AbortSignal): Promise<Page<Invitation>> =>
  api(`${of(id)}/invitations`, { signal });

export const invite = (id: string, email: string, role: WorkspaceRole): Promise<Invitation> =>
  api(`${of(id)}/invitations`, { method: 'POST', body: { email, role } });

export const revokeInvitation = (id: string, invitationId: string): Promise<void> =>
  api(`${of(id)}/invitations/${invitationId}`, { method: 'DELETE' });

export const listReceived = (signal?: AbortSignal): Promise<Page<Invitation>> => api('invitations', { signal });

export const acceptInvitation = (id: string): Promise<Invitation> =>
  api(`invitations/${id}/accept`, { method: 'POST' });

export const declineInvitation = (id: string): Promise<Invitation> =>
  api(`invitations/${id}/decline`, { method: 'POST' });
