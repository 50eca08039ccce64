import { api, type Page } from '../kernel/api.js';
import type { Me } from '../kernel/session.js';

export interface OpenSession {
  readonly id: string;
  readonly method: string;
  readonly device: string;
  readonly address: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly current: boolean;
}

export interface SecondFactor {
  readonly enabled: boolean;
  readonly required: boolean;
  readonly recoveryCodesLeft: number;
}

export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

export interface RecoveryCodes {
  readonly recoveryCodes: readonly string[];
}

export const rename = (displayName: string): Promise<Me> => api('me', { method: 'PATCH', body: { displayName } });

export const changeEmail = (body: { email: string; password: string; code?: string }): Promise<void> =>
  api('me/email', { method: 'POST', body });

export const mySessions = (): Promise<Page<OpenSession>> => api('me/sessions');

export const endSession = (id: string): Promise<void> => api(`me/sessions/${id}`, { method: 'DELETE' });

export const endOtherSessions = (): Promise<{ ended: number }> => api('me/sessions/end-others', { method: 'POST' });

export const secondFactor = (): Promise<SecondFactor> => api('me/second-factor');

export const enrol = (password: string): Promise<Enrolment> =>
  api('me/second-factor', { method: 'POST', body: { password } });

export const confirmFactor = (code: string): Promise<RecoveryCodes> =>
  api('me/second-factor/confirm', { method: 'POST', body: { code } });

export const newRecoveryCodes = (password: string, code: string): Promise<RecoveryCodes> =>
  api('me/second-factor/recovery-codes', { method: 'POST', body: { password, code } });

export const disableFactor = (password: string, code: string): Promise<void> =>
  api('me/second-factor/disable', { method: 'POST', body: { password, code } });
