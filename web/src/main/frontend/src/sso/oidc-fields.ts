import { html } from 'lit';
import { wordsOf } from './draft.js';
import { checkInput, choiceInput, textInput } from './inputs.js';
import type { OidcSettings } from './providers.api.js';

const AUTHENTICATION = [
  ['client_secret_basic', 'Secret in the header (client_secret_basic)'],
  ['client_secret_post', 'Secret in the body (client_secret_post)'],
  ['none', 'Public client, PKCE only (none)'],
] as const;

export interface SettingsFields<T> {
  readonly value: T;
  readonly set: (changes: Partial<T>) => void;
  readonly secret: string;
  readonly setSecret: (secret: string) => void;
  readonly hasSecret: boolean;
  readonly error: (pointer: string) => string | undefined;
}

/** The fields of an OpenID Connect issuer. */
export const oidcFields = ({ value, set, secret, setSecret, hasSecret, error }: SettingsFields<OidcSettings>) => html`
  ${textInput({
    id: 'issuer',
    label: 'Issuer',
    value: value.issuer,
    set: (issuer) => set({ issuer }),
    required: true,
    placeholder: 'https://login.example.org/realms/company',
    hint: 'Exactly as the issuer spells it; the rest is read from its discovery document.',
    error: error('/oidc/issuer'),
  })}
  ${textInput({
    id: 'client-id',
    label: 'Client id',
    value: value.clientId,
    set: (clientId) => set({ clientId }),
    required: true,
    error: error('/oidc/clientId'),
  })}
  ${choiceInput('authentication', 'Client authentication', AUTHENTICATION, value.clientAuthentication, (it) =>
    set({ clientAuthentication: it as OidcSettings['clientAuthentication'] }),
  )}
  ${textInput({
    id: 'secret',
    label: 'Client secret',
    type: 'password',
    value: secret,
    set: setSecret,
    placeholder: hasSecret ? 'Unchanged' : '',
    hint: 'Kept encrypted, and never shown again.',
    error: error('/secret'),
  })}
  ${textInput({
    id: 'scopes',
    label: 'Scopes',
    value: value.scopes.join(' '),
    set: (text) => set({ scopes: wordsOf(text) }),
    hint: 'Besides openid. Some issuers want a scope before they tell groups.',
    error: error('/oidc/scopes'),
  })}
  ${claimFields(value, set, error)}
  ${checkInput(
    'trust-email',
    'Believe its addresses',
    'For issuers that do not say whether they verified an address. One that says it did not is never believed.',
    value.trustEmail,
    (trustEmail) => set({ trustEmail }),
  )}
  ${textInput({
    id: 'second-factor-proofs',
    label: 'Proofs of a second factor',
    value: value.secondFactorProofs.join(' '),
    set: (text) => set({ secondFactorProofs: wordsOf(text) }),
    placeholder: 'mfa otp',
    hint: 'Values of acr or amr in its tokens; * when it always asks for one. Where a second factor is required, nobody comes in without.',
    error: error('/oidc/secondFactorProofs'),
  })}
  ${checkInput(
    'sign-out',
    'Sign out there as well',
    'Signing out here then ends the session at the issuer too.',
    value.signOutAtIssuer,
    (signOutAtIssuer) => set({ signOutAtIssuer }),
  )}
`;

const claimFields = (
  { claims }: OidcSettings,
  set: SettingsFields<OidcSettings>['set'],
  error: SettingsFields<OidcSettings>['error'],
) =>
  html`<div class="columns">
    ${textInput({
      id: 'claim-email',
      label: 'Claim of the address',
      value: claims.email,
      set: (email) => set({ claims: { ...claims, email } }),
      error: error('/oidc/claims/email'),
    })}
    ${textInput({
      id: 'claim-name',
      label: 'Claim of the name',
      value: claims.name,
      set: (name) => set({ claims: { ...claims, name } }),
      error: error('/oidc/claims/name'),
    })}
    ${textInput({
      id: 'claim-groups',
      label: 'Claim of the groups',
      value: claims.groups,
      set: (groups) => set({ claims: { ...claims, groups } }),
      hint: 'May be a path, as in realm_access.roles.',
      error: error('/oidc/claims/groups'),
    })}
  </div>`;
