/** One field that the server refused; `pointer` is a JSON pointer into the request body. */
export interface FieldProblem {
  readonly pointer: string;
  readonly message: string;
}

/** The body of a problem (RFC 9457) as the server writes it. */
export interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly FieldProblem[];
  readonly traceId?: string;
}

/** A request that failed, with what the server said about it. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fields: readonly FieldProblem[];
  readonly traceId: string | undefined;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `The server answered ${status}.`);
    this.name = 'ProblemError';
    this.status = status;
    this.code = body.code ?? '';
    this.title = body.title ?? 'Something went wrong';
    this.fields = body.errors ?? [];
    this.traceId = body.traceId;
  }

  /** What the server said about one field, by JSON pointer. */
  field(pointer: string): string | undefined {
    return this.fields.find((problem) => problem.pointer === pointer)?.message;
  }
}

/** The problem of a response that is not `ok`; also for bodies that are no problem+json. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const type = response.headers.get('Content-Type') ?? '';
  if (type.includes('json')) {
    const body: unknown = await response.json().catch(() => ({}));
    return new ProblemError(response.status, normalise(body));
  }
  return new ProblemError(response.status, { title: response.statusText });
}

/** OpenAI-shaped errors (`/v1`) say the same in other words. */
function normalise(body: unknown): ProblemBody {
  const error = (body as { error?: { message?: string; code?: string } } | null)?.error;
  if (error?.message === undefined) return body ?? {};
  return { detail: error.message, ...(error.code == null ? {} : { code: error.code }) };
}

/** A sentence for people about any failure. */
export function explain(failure: unknown): string {
  if (failure instanceof ProblemError) {
    const fields = failure.fields.map((field) => field.message).filter((message) => !failure.message.includes(message));
    return [failure.message, ...fields].join(' ');
  }
  if (failure instanceof TypeError) return 'The server cannot be reached. Check the connection and try again.';
  return failure instanceof Error ? failure.message : String(failure);
}

export const isAbort = (failure: unknown): boolean => failure instanceof DOMException && failure.name === 'AbortError';
