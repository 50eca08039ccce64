import type { Message } from './conversations.api.js';

/** What the tree needs of a message. */
export type Node = Pick<Message, 'id' | 'parentId' | 'number' | 'role' | 'content'>;

/** A message that is shown, with those that stand in its place on other branches. */
export interface Step<M extends Node> {
  readonly message: M;
  readonly siblings: readonly string[];
}

/** Which message is shown below another, by the id of the upper one; `''` for the first. */
export type Choices = ReadonlyMap<string, string>;

/**
 * The branch that is shown, from the first message on: below each the one that was chosen, else the one that leads to the
 * newest. System prompts are not shown; what stands below them belongs to the message above.
 */
export function branchOf<M extends Node>(messages: readonly M[], choices: Choices): readonly Step<M>[] {
  const children = childrenOf(messages);
  const newest = newestBelow(messages);
  const steps: Step<M>[] = [];
  let place = '';
  for (;;) {
    const siblings = children.get(place) ?? [];
    const next =
      siblings.find((it) => it.id === choices.get(place)) ??
      siblings.reduce<M | undefined>((best, it) => (newer(newest, it, best) ? it : best), undefined);
    if (next === undefined) return steps;
    steps.push({ message: next, siblings: siblings.map((it) => it.id) });
    place = next.id;
  }
}

/** The system prompt in force at a message; empty when there is none. */
export function systemAt(messages: readonly Node[], id: string | null): string {
  const byId = new Map(messages.map((it) => [it.id, it]));
  for (let at = id === null ? undefined : byId.get(id); at !== undefined; at = byId.get(at.parentId ?? '')) {
    if (at.role === 'system') return at.content;
  }
  return '';
}

/** Under which message, as shown, this one stands. */
export function placeOf(messages: readonly Node[], message: Pick<Node, 'parentId'>): string {
  const byId = new Map(messages.map((it) => [it.id, it]));
  let parent = message.parentId;
  while (parent !== null && byId.get(parent)?.role === 'system') parent = byId.get(parent)?.parentId ?? null;
  return parent ?? '';
}

function childrenOf<M extends Node>(messages: readonly M[]): Map<string, M[]> {
  const children = new Map<string, M[]>();
  for (const it of messages) {
    if (it.role === 'system') continue;
    const place = placeOf(messages, it);
    children.set(place, [...(children.get(place) ?? []), it]);
  }
  return children;
}

/** The number of the newest message on or below each. A message comes after the one above it. */
function newestBelow(messages: readonly Node[]): Map<string, number> {
  const newest = new Map<string, number>();
  for (const it of [...messages].sort((a, b) => b.number - a.number)) {
    const own = Math.max(it.number, newest.get(it.id) ?? 0);
    newest.set(it.id, own);
    if (it.parentId !== null) newest.set(it.parentId, Math.max(own, newest.get(it.parentId) ?? 0));
  }
  return newest;
}

const newer = (newest: Map<string, number>, it: Node, best: Node | undefined): boolean =>
  best === undefined || (newest.get(it.id) ?? 0) > (newest.get(best.id) ?? 0);
