import { html } from 'lit';
import { wordsOf } from './draft.js';
import { checkInput, textInput } from './inputs.js';
import './mapping-editor.js';
import type { GroupMapping, ProviderRules } from './providers.api.js';

interface Fields {
  readonly value: ProviderRules;
  readonly set: (changes: Partial<ProviderRules>) => void;
  readonly domains: string;
  readonly setDomains: (text: string) => void;
  readonly error: (pointer: string) => string | undefined;
}

/** Whom a provider lets in, and as what. */
export const rulesFields = ({ value, set, domains, setDomains, error }: Fields) => html`
  ${textInput({
    id: 'domains',
    label: 'Mail domains',
    value: domains,
    set: (text) => {
      setDomains(text);
      set({ emailDomains: wordsOf(text) });
    },
    placeholder: 'example.org, example.com',
    hint: 'Whose people it knows: they are led to it. Empty: it is offered to everybody.',
    error: error('/rules/emailDomains'),
  })}
  ${checkInput(
    'create',
    'Make accounts',
    'Whoever signs in for the first time gets an account, within the domains.',
    value.createAccounts,
    (createAccounts) => set({ createAccounts }),
  )}
  ${checkInput(
    'link',
    'Trust it with existing accounts',
    'A first sign-in may open an account that was made here, when the address was verified and lies within the domains.',
    value.linkAccounts,
    (linkAccounts) => set({ linkAccounts }),
  )}
  ${checkInput(
    'members',
    'Only members of the groups below',
    'Everybody else is refused.',
    value.membersOnly,
    (membersOnly) => set({ membersOnly }),
  )}
  <ws-mapping-editor
    .mappings=${value.mappings}
    @changed=${(event: CustomEvent<readonly GroupMapping[]>) => set({ mappings: event.detail })}
  ></ws-mapping-editor>
  <p class="hint small muted">
    Roles are looked at again at every sign-in. Where a group gives a role, everybody else is a user.
  </p>
`;
