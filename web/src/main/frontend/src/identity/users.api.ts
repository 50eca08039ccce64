import { api, type Page, type Query } from '../kernel/api.js';

export type Role = 'user' | 'admin';

export interface User {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly status: 'active' | 'disabled';
  readonly mustChangePassword: boolean;
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
}

/** A person with the password that is told once. */
export interface WithPassword {
  readonly user: User;
  readonly oneTimePassword: string;
}

export const listUsers = (query: Query, signal?: AbortSignal): Promise<Page<User>> => api('users', { query, signal });

export const createUser = (body: { email: string; displayName: string; role: Role }): Promise<WithPassword> =>
  api('users', { method: 'POST', body });

export const changeUser = (user: User, body: Partial<Pick<User, 'displayName' | 'role' | 'status'>>): Promise<User> =>
  api(`users/${user.id}`, { method: 'PATCH', body, ifMatch: user.version });

export const resetPassword = (user: User): Promise<WithPassword> =>
  api(`users/${user.id}/reset-password`, { method: 'POST' });
