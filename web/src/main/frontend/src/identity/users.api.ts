import { api, type Page, type Query } from '../kernel/api.js';
import type { OpenSession } from './profile.api.js';

export type Role = 'user' | 'admin';

export interface User {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly status: 'pending' | 'active' | 'disabled';
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
}

/** A person with the password that is told once. */
export interface WithPassword {
  readonly user: User;
  readonly oneTimePassword: string;
  readonly until: string;
}

export const listUsers = (query: Query, signal?: AbortSignal): Promise<Page<User>> => api('users', { query, signal });

export const createUser = (body: { email: string; displayName: string; role: Role }): Promise<WithPassword> =>
  api('users', { method: 'POST', body });

export const changeUser = (user: User, body: Partial<Pick<User, 'displayName' | 'role' | 'status'>>): Promise<User> =>
  api(`users/${user.id}`, { method: 'PATCH', body, ifMatch: user.version });

export const resetPassword = (user: User): Promise<WithPassword> =>
  api(`users/${user.id}/reset-password`, { method: 'POST' });

/** A link that was made for somebody; `link` is there only when no mail is sent. */
export interface HandedLink {
  readonly user: User;
  readonly sent: boolean;
  readonly link: string | null;
}

export interface UserDetail {
  readonly user: User;
  readonly sessions: readonly OpenSession[];
  readonly blockedUntil: string | null;
}

export const inviteUser = (body: { email: string; displayName: string; role: Role }): Promise<HandedLink> =>
  api('users/invitations', { method: 'POST', body });

export const inviteAgain = (user: User): Promise<HandedLink> => api(`users/${user.id}/invitation`, { method: 'POST' });

export const resetLink = (user: User): Promise<HandedLink> => api(`users/${user.id}/reset-link`, { method: 'POST' });

export const userDetail = (id: string, signal?: AbortSignal): Promise<UserDetail> => api(`users/${id}`, { signal });

export const unlockUser = (user: User): Promise<void> => api(`users/${user.id}/unlock`, { method: 'POST' });

export const resetSecondFactor = (user: User): Promise<void> =>
  api(`users/${user.id}/reset-second-factor`, { method: 'POST' });

export const endSessions = (user: User): Promise<{ ended: number }> =>
  api(`users/${user.id}/end-sessions`, { method: 'POST' });
