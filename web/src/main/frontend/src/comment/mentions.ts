import type { Person } from './comments.api.js';

/** Where somebody is being named: from the `@` to the caret. */
export interface Naming {
  readonly from: number;
  readonly query: string;
}

/** The name that is being typed before the caret, if any. */
export function namingAt(text: string, caret: number): Naming | undefined {
  const found = /(?:^|[\s(])@([^\s@]{0,40})$/.exec(text.slice(0, caret));
  if (found === null) return undefined;
  const query = found[1] ?? '';
  return { from: caret - query.length - 1, query };
}

/** The text with the name in place of what was typed, and the caret behind it. */
export function withName(text: string, naming: Naming, name: string): { text: string; caret: number } {
  const head = `${text.slice(0, naming.from)}@${name} `;
  return { text: head + text.slice(naming.from + 1 + naming.query.length).trimStart(), caret: head.length };
}

/** Those of the people picked whose names still stand in the text. */
export const namedIn = (text: string, picked: readonly Person[]): string[] => [
  ...new Set(picked.filter((it) => text.includes(`@${it.name}`)).map((it) => it.id)),
];

const PLAIN = /^[\p{L}\p{N} .'-]+$/u;

/** The Markdown of a text with the people named in it set in bold. */
export function emphasised(text: string, mentions: readonly Person[]): string {
  const names = mentions.map((it) => it.name).filter((name) => PLAIN.test(name));
  return names
    .sort((a, b) => b.length - a.length)
    .reduce((all, name) => all.replaceAll(new RegExp(`(?<!\\*\\*)@${escaped(name)}`, 'g'), `**@${name}**`), text);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
