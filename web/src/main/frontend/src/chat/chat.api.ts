import { apiResponse } from '../kernel/api.js';
import { randomId } from '../kernel/ids.js';
import { ProblemError, type ProblemBody } from '../kernel/problem.js';
import { events } from './event-stream.js';

/** What is said to a model. */
export interface Said {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface GenerationSettings {
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxOutputTokens?: number;
}

export interface Usage {
  readonly promptTokens?: number;
  readonly completionTokens?: number;
}

export interface ChatRequest {
  readonly modelId: string;
  /** All so far; in a conversation, which the server knows, only what is new. */
  readonly messages: readonly Said[];
  readonly conversationId?: string;
  readonly parentId?: string;
  readonly replaces?: string;
  readonly generationSettings?: GenerationSettings;
}

/** Under which ids the server keeps a question and its answer. */
export interface Kept {
  readonly questionId: string;
  readonly answerId: string;
}

export interface Listener {
  readonly kept: (ids: Kept) => void;
  readonly delta: (text: string) => void;
  readonly usage: (usage: Usage) => void;
}

type Piece =
  | ({ readonly type: 'turn' } & Kept)
  | { readonly type: 'delta'; readonly content: string }
  | ({ readonly type: 'usage' } & Usage)
  | { readonly type: 'error'; readonly problem: ProblemBody };

/** Asks a model and tells every piece of the answer as it comes; the signal stops the model too. */
export async function converse(request: ChatRequest, told: Listener, signal: AbortSignal): Promise<void> {
  const headers = { Accept: 'text/event-stream, application/problem+json' };
  const idempotencyKey = randomId();
  const response = await apiResponse('chat', { method: 'POST', body: request, headers, idempotencyKey, signal });
  for await (const data of events(response)) {
    if (data === '[DONE]') return;
    const piece = JSON.parse(data) as Piece;
    if (piece.type === 'turn') told.kept(piece);
    else if (piece.type === 'delta') told.delta(piece.content);
    else if (piece.type === 'usage') told.usage(piece);
    else throw new ProblemError(piece.problem.status ?? 502, piece.problem);
  }
}
