/** What the sign-in page says when a provider did not let somebody in; the codes are those of the API. */
const SENTENCES: Record<string, string> = {
  state_unknown: 'That sign-in took too long or was finished before. Please begin again.',
  other_browser: 'That sign-in was begun in another browser. Please begin again in this one.',
  begun_elsewhere: 'Another site led you into a sign-in. If you want it, choose the identity provider here.',
  second_factor_missing:
    'A second factor is required here, and your identity provider did not say that it asked for one. Tell your administrator.',
  issuer_mixed_up: 'The answer came from another identity provider than the one that was asked.',
  denied: 'The sign-in was refused or cancelled at the identity provider.',
  provider_failed: 'The identity provider could not be asked. Try again, or tell your administrator.',
  token_invalid: "The identity provider's answer cannot be trusted. Tell your administrator.",
  provider_disabled: 'This identity provider is not in use.',
  email_missing: 'The identity provider names no mail address. Tell your administrator.',
  email_unverified: 'The identity provider has not verified your mail address.',
  domain_refused: 'This identity provider is not meant for your mail domain.',
  no_account: 'There is no account for you here. Ask your administrator for one.',
  account_exists:
    'There is an account with your address already, and this identity provider may not open it. Sign in with your password.',
  account_disabled: 'Your account is disabled.',
  groups_unreadable: 'Your identity provider did not tell which groups you are in. Ask an administrator.',
  not_a_member: 'You belong to none of the groups that may sign in here.',
  too_many: 'Too many sign-ins are on their way. Try again in some minutes.',
};

export const sentenceOf = (reason: string): string =>
  SENTENCES[reason] ?? 'The sign-in with the identity provider did not work.';

/** The id to tell an administrator; anything else in the address is not shown. */
export const requestIdOf = (text: string | null): string | undefined =>
  text !== null && /^[A-Za-z0-9._-]{1,64}$/.test(text) ? text : undefined;
