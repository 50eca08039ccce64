import { api } from '../kernel/api.js';

/** What the pages before the sign-in offer. */
export interface Options {
  readonly registration: boolean;
  readonly mail: boolean;
  readonly minimumPasswordLength: number;
}

/** What an open link would do, and for whom. */
export interface Link {
  readonly kind: 'invitation' | 'reset' | 'email';
  readonly email: string;
  readonly displayName: string;
  readonly expiresAt: string;
}

export const options = (): Promise<Options> => api('account/options');

export const forgotPassword = (email: string): Promise<void> =>
  api('account/forgot-password', { method: 'POST', body: { email } });

export const register = (body: { email: string; displayName: string }): Promise<void> =>
  api('account/register', { method: 'POST', body });

export const openLink = (token: string): Promise<Link> => api('account/link', { method: 'POST', body: { token } });

export const resetPassword = (token: string, newPassword: string): Promise<void> =>
  api('account/reset-password', { method: 'POST', body: { token, newPassword } });

export const confirmEmail = (token: string): Promise<void> =>
  api('account/confirm-email', { method: 'POST', body: { token } });

/** The token of a link stands behind the #, which no server and no other page gets to see. */
export const tokenOfAddress = (): string => location.hash.slice(1);
