import { api, type Page, type Query } from '../kernel/api.js';
import type { ResourceType } from '../sharing/shares.api.js';

/** What is talked about. */
export interface Target {
  readonly resourceType: ResourceType;
  readonly resourceId: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Reaction {
  readonly emoji: string;
  readonly count: number;
  readonly people: readonly Person[];
}

export interface Comment extends Target {
  readonly id: string;
  readonly version: number;
  readonly workspaceId: string;
  readonly parentId: string | null;
  readonly author: Person;
  readonly text: string;
  readonly mentions: readonly Person[];
  readonly reactions: readonly Reaction[];
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  readonly replies: readonly Comment[];
}

/** What a person wants to say, and whom it names. */
export interface Words {
  readonly text: string;
  readonly mentions: readonly string[];
}

const of = (id: string): string => `comments/${encodeURIComponent(id)}`;

export const listComments = (target: Target, query: Query, signal?: AbortSignal): Promise<Page<Comment>> =>
  api('comments', { query: { ...query, ...target }, signal });

export const findPeople = async (target: Target, search: string): Promise<readonly Person[]> =>
  (await api<Page<Person>>('comments/candidates', { query: { ...target, search } })).items;

export const postComment = (target: Target, words: Words, parentId?: string): Promise<Comment> =>
  api('comments', { method: 'POST', body: { ...target, ...words, ...(parentId === undefined ? {} : { parentId }) } });

export const editComment = (it: Comment, words: Words): Promise<Comment> =>
  api(of(it.id), { method: 'PATCH', body: words, ifMatch: it.version });

export const deleteComment = (id: string): Promise<void> => api(of(id), { method: 'DELETE' });

export const react = (it: Comment, emoji: string, on: boolean): Promise<Comment> =>
  api(`${of(it.id)}/reactions/${emoji}`, { method: on ? 'PUT' : 'DELETE' });
