import { api, type Page, type Query } from '../kernel/api.js';

export interface Conversation {
  readonly id: string;
  readonly version: number;
  readonly workspaceId: string;
  /** Empty until something was said. */
  readonly title: string;
  readonly messageCount: number;
  readonly archivedAt: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Message {
  readonly id: string;
  readonly parentId: string | null;
  /** The place in the order in which the tree grew. */
  readonly number: number;
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  readonly state: 'pending' | 'complete' | 'cancelled' | 'failed';
  readonly modelId: string | null;
  readonly modelName: string | null;
  readonly completionTokens: number | null;
  readonly failure: string | null;
  readonly createdBy: string;
  readonly author: string;
}

const LARGEST_PAGE = 200;

const of = (id: string): string => `conversations/${encodeURIComponent(id)}`;

export const titleOf = (it: Pick<Conversation, 'title'>): string => (it.title === '' ? 'New conversation' : it.title);

export const listConversations = (query: Query, signal?: AbortSignal): Promise<Page<Conversation>> =>
  api('conversations', { query, signal });

export const createConversation = (): Promise<Conversation> => api('conversations', { method: 'POST', body: {} });

export const readConversation = (id: string, signal?: AbortSignal): Promise<Conversation> => api(of(id), { signal });

/** The whole tree: a conversation has an end, so it is a handful of pages at most. */
export async function readMessages(id: string, signal?: AbortSignal): Promise<readonly Message[]> {
  const all: Message[] = [];
  let after: string | null = '0';
  while (after !== null) {
    const query: Query = { after, limit: LARGEST_PAGE };
    const page: Page<Message> = await api(`${of(id)}/messages`, { query, signal });
    all.push(...page.items);
    after = page.nextCursor ?? null;
  }
  return all;
}

export const renameConversation = (it: Conversation, title: string): Promise<Conversation> =>
  api(of(it.id), { method: 'PATCH', body: { title }, ifMatch: it.version });

export const archiveConversation = (id: string): Promise<Conversation> => api(`${of(id)}/archive`, { method: 'POST' });

export const restoreConversation = (id: string): Promise<Conversation> => api(`${of(id)}/restore`, { method: 'POST' });

export const deleteConversation = (id: string): Promise<void> => api(of(id), { method: 'DELETE' });
