import { api, type Page } from '../kernel/api.js';

/** A way to sign in besides a password. */
export interface ProviderChoice {
  readonly id: string;
  readonly buttonText: string;
}

export const listChoices = async (email: string, signal?: AbortSignal): Promise<readonly ProviderChoice[]> =>
  (await api<Page<ProviderChoice>>('auth/providers', { query: { email }, signal })).items;

/** Where the browser goes to sign in with a provider. */
export const startUrl = (choice: ProviderChoice, next: string, email: string): string => {
  const query = new URLSearchParams({ next, ...(email === '' ? {} : { email }) });
  return `/api/auth/sso/${choice.id}/start?${query.toString()}`;
};

/** Ends a session that an issuer opened; the answer says where it ends there as well, if anywhere. */
export const signOutAtIssuer = async (): Promise<string | null> =>
  (await api<{ redirect: string | null }>('auth/sso/sign-out', { method: 'POST' })).redirect;
