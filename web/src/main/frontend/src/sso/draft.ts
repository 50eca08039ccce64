import type { LdapSettings, OidcSettings, Provider, ProviderKind, SaveProvider } from './providers.api.js';

/** What a new provider begins with. */
export const newDraft = (kind: ProviderKind): SaveProvider => ({
  kind,
  name: '',
  enabled: false,
  rules: {
    buttonText: '',
    emailDomains: [],
    createAccounts: false,
    linkAccounts: false,
    membersOnly: false,
    mappings: [],
  },
  oidc: kind === 'oidc' ? OIDC : null,
  ldap: kind === 'ldap' ? LDAP : null,
});

const OIDC: OidcSettings = {
  issuer: '',
  clientId: '',
  clientAuthentication: 'client_secret_basic',
  scopes: ['email', 'profile'],
  claims: { email: 'email', name: 'name', groups: 'groups' },
  trustEmail: false,
  secondFactorProofs: [],
  signOutAtIssuer: false,
};

const LDAP: LdapSettings = {
  server: 'ldaps://',
  startTls: false,
  certificateAuthority: null,
  baseDn: '',
  userFilter: '(&(objectClass=person)(mail={email}))',
  bindDn: null,
  userDnTemplate: null,
  attributes: { email: 'mail', name: 'cn', subject: 'entryUUID', memberOf: null },
  groups: null,
  timeoutSeconds: 5,
};

/** A kept provider as something to change; its secret stays where it is. */
export const draftOf = (it: Provider): SaveProvider => ({
  kind: it.kind,
  name: it.name,
  enabled: it.enabled,
  rules: it.rules,
  oidc: it.oidc,
  ldap: it.ldap,
});

/** Words between commas or spaces, each once. */
export const wordsOf = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))];

/** A text, or null for an empty one. */
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text);
