import { apiResponse } from '../kernel/api.js';
import { ProblemError, type ProblemBody } from '../kernel/problem.js';
import { events } from './event-stream.js';

export interface Message {
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
  readonly messages: readonly Message[];
  readonly generationSettings?: GenerationSettings;
}

type Piece =
  | { readonly type: 'delta'; readonly content: string }
  | ({ readonly type: 'usage' } & Usage)
  | { readonly type: 'error'; readonly problem: ProblemBody };

/** Asks a model and tells every piece of the answer as it comes; the signal stops the model too. */
export async function converse(
  request: ChatRequest,
  told: { delta: (text: string) => void; usage: (usage: Usage) => void },
  signal: AbortSignal,
): Promise<void> {
  const headers = { Accept: 'text/event-stream, application/problem+json' };
  const response = await apiResponse('chat', { method: 'POST', body: request, headers, signal });
  for await (const data of events(response)) {
    if (data === '[DONE]') return;
    const piece = JSON.parse(data) as Piece;
    if (piece.type === 'delta') told.delta(piece.content);
    else if (piece.type === 'usage') told.usage(piece);
    else throw new ProblemError(piece.problem.status ?? 502, piece.problem);
  }
}
