import { html } from 'lit';
import { field } from '../ui/parts.js';
import { textOrNull } from './draft.js';
import { checkInput, textInput, type Input } from './inputs.js';
import type { SettingsFields } from './oidc-fields.js';
import type { LdapSettings } from './providers.api.js';

type Fields = SettingsFields<LdapSettings>;

/** The fields of a directory. */
export const ldapFields = (fields: Fields) =>
  html`${connection(fields)} ${search(fields)} ${attributes(fields)} ${groups(fields)}`;

const input = (fields: Fields, pointer: string, it: Omit<Input, 'error'>) =>
  textInput({ ...it, error: fields.error(`/ldap/${pointer}`) });

const connection = (fields: Fields) => {
  const { value, set } = fields;
  return html`
    ${input(fields, 'server', {
      id: 'server',
      label: 'Server',
      value: value.server,
      set: (server) => set({ server }),
      required: true,
      placeholder: 'ldaps://ldap.example.org:636',
      hint: 'An address of your own network must be allowed by the outbound rules.',
    })}
    ${checkInput(
      'start-tls',
      'StartTLS',
      'Encrypts an ldap:// connection before anything is said.',
      value.startTls,
      (it) => set({ startTls: it }),
    )}
    ${field({
      id: 'authority',
      label: 'Certificate authority',
      control: html`<textarea
        id="authority"
        rows="3"
        spellcheck="false"
        aria-describedby="authority-hint"
        .value=${value.certificateAuthority ?? ''}
        @input=${(event: Event) => set({ certificateAuthority: textOrNull((event.target as HTMLTextAreaElement).value) })}
      ></textarea>`,
      hint: 'PEM, when the server uses certificates of your own. Empty: the usual authorities.',
      error: fields.error('/ldap/certificateAuthority'),
    })}
  `;
};

const search = (fields: Fields) => {
  const { value, set } = fields;
  return html`
    ${input(fields, 'baseDn', {
      id: 'base-dn',
      label: 'Base DN',
      value: value.baseDn,
      set: (baseDn) => set({ baseDn }),
      required: true,
      placeholder: 'ou=people,dc=example,dc=org',
    })}
    ${input(fields, 'userFilter', {
      id: 'user-filter',
      label: 'User filter',
      value: value.userFilter,
      set: (userFilter) => set({ userFilter }),
      required: true,
      hint: '{email} is what was typed, {user} its part before the @. It must find one entry.',
    })}
    ${input(fields, 'bindDn', {
      id: 'bind-dn',
      label: 'Bind DN',
      value: value.bindDn ?? '',
      set: (text) => set({ bindDn: textOrNull(text) }),
      hint: 'Who searches. Empty: nobody, or the person themselves by the template below.',
    })}
    ${textInput({
      id: 'secret',
      label: 'Bind password',
      type: 'password',
      value: fields.secret,
      set: fields.setSecret,
      placeholder: fields.hasSecret ? 'Unchanged' : '',
      hint: 'Kept encrypted, and never shown again.',
      error: fields.error('/secret'),
    })}
    ${input(fields, 'userDnTemplate', {
      id: 'template',
      label: 'Template of a person’s DN',
      value: value.userDnTemplate ?? '',
      set: (text) => set({ userDnTemplate: textOrNull(text) }),
      placeholder: 'uid={user},ou=people,dc=example,dc=org',
      hint: 'Instead of a bind DN.',
    })}
    ${input(fields, 'timeoutSeconds', {
      id: 'timeout',
      label: 'Timeout in seconds',
      type: 'number',
      value: String(value.timeoutSeconds),
      set: (text) => set({ timeoutSeconds: Number(text) }),
    })}
  `;
};

const attributes = (fields: Fields) => {
  const { value, set } = fields;
  const change = (changes: Partial<LdapSettings['attributes']>) =>
    set({ attributes: { ...value.attributes, ...changes } });
  return html`<div class="columns">
    ${input(fields, 'attributes/email', {
      id: 'attribute-email',
      label: 'Attribute of the address',
      value: value.attributes.email,
      set: (email) => change({ email }),
    })}
    ${input(fields, 'attributes/name', {
      id: 'attribute-name',
      label: 'Attribute of the name',
      value: value.attributes.name,
      set: (name) => change({ name }),
    })}
    ${input(fields, 'attributes/subject', {
      id: 'attribute-subject',
      label: 'Attribute that never changes',
      value: value.attributes.subject,
      set: (subject) => change({ subject }),
      hint: 'entryUUID; objectGUID in Active Directory.',
    })}
    ${input(fields, 'attributes/memberOf', {
      id: 'attribute-member-of',
      label: 'Attribute of the groups',
      value: value.attributes.memberOf ?? '',
      set: (text) => change({ memberOf: textOrNull(text) }),
      hint: 'memberOf, where there is one.',
    })}
  </div>`;
};

const groups = (fields: Fields) => {
  const { value, set } = fields;
  const place = value.groups ?? { baseDn: '', filter: '(member={dn})', name: 'cn' };
  const change = (changes: Partial<typeof place>) => {
    const next = { ...place, ...changes };
    set({ groups: next.baseDn.trim() === '' ? null : next });
  };
  return html`<div class="columns">
    ${input(fields, 'groups/baseDn', {
      id: 'groups-base',
      label: 'Base DN of groups',
      value: place.baseDn,
      set: (baseDn) => change({ baseDn }),
      hint: 'Empty: groups are not searched.',
    })}
    ${input(fields, 'groups/filter', {
      id: 'groups-filter',
      label: 'Group filter',
      value: place.filter,
      set: (filter) => change({ filter }),
      hint: '{dn} is the person’s entry.',
    })}
    ${input(fields, 'groups/name', {
      id: 'groups-name',
      label: 'Attribute of a group’s name',
      value: place.name,
      set: (name) => change({ name }),
    })}
  </div>`;
};
