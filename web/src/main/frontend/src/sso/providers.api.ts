import { api, type Page } from '../kernel/api.js';

export type ProviderKind = 'oidc' | 'ldap';

export interface GroupMapping {
  readonly group: string;
  readonly role?: 'user' | 'admin' | null;
  readonly workspaceId?: string | null;
  readonly workspaceRole?: 'admin' | 'member' | 'viewer' | null;
}

export interface ProviderRules {
  readonly buttonText: string;
  readonly emailDomains: readonly string[];
  readonly createAccounts: boolean;
  readonly linkAccounts: boolean;
  readonly membersOnly: boolean;
  readonly mappings: readonly GroupMapping[];
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientAuthentication: 'client_secret_basic' | 'client_secret_post' | 'none';
  readonly scopes: readonly string[];
  readonly claims: { readonly email: string; readonly name: string; readonly groups: string };
  readonly trustEmail: boolean;
  readonly secondFactorProofs: readonly string[];
  readonly signOutAtIssuer: boolean;
}

export interface LdapSettings {
  readonly server: string;
  readonly startTls: boolean;
  readonly certificateAuthority: string | null;
  readonly baseDn: string;
  readonly userFilter: string;
  readonly bindDn: string | null;
  readonly userDnTemplate: string | null;
  readonly attributes: {
    readonly email: string;
    readonly name: string;
    readonly subject: string;
    readonly memberOf: string | null;
  };
  readonly groups: { readonly baseDn: string; readonly filter: string; readonly name: string } | null;
  readonly timeoutSeconds: number;
}

export interface SaveProvider {
  readonly kind: ProviderKind;
  readonly name: string;
  readonly enabled: boolean;
  readonly rules: ProviderRules;
  readonly oidc: OidcSettings | null;
  readonly ldap: LdapSettings | null;
  /** Absent keeps the present one; it is never read back. */
  readonly secret?: string;
}

export interface Provider extends Omit<SaveProvider, 'secret'> {
  readonly id: string;
  readonly version: number;
  readonly hasSecret: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Registration {
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  readonly backchannelLogoutUri: string;
}

export interface Check {
  readonly ok: boolean;
  readonly steps: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
}

const PATH = 'admin/identity-providers';

export const listProviders = async (signal?: AbortSignal): Promise<readonly Provider[]> =>
  (await api<Page<Provider>>(PATH, { signal })).items;

export const readProvider = (id: string, signal?: AbortSignal): Promise<Provider> => api(`${PATH}/${id}`, { signal });

export const readRegistration = (id: string, signal?: AbortSignal): Promise<Registration> =>
  api(`${PATH}/${id}/registration`, { signal });

export const createProvider = (body: SaveProvider): Promise<Provider> => api(PATH, { method: 'POST', body });

export const changeProvider = (provider: Provider, body: SaveProvider): Promise<Provider> =>
  api(`${PATH}/${provider.id}`, { method: 'PUT', body, ifMatch: provider.version });

export const deleteProvider = (provider: Provider): Promise<void> =>
  api(`${PATH}/${provider.id}`, { method: 'DELETE', ifMatch: provider.version });

export const checkProvider = (provider: SaveProvider, providerId?: string, email?: string): Promise<Check> =>
  api(`${PATH}/check`, { method: 'POST', body: { provider, providerId: providerId ?? null, email: email ?? null } });
