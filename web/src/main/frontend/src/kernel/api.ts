import { problemOf } from './problem.js';

/** Who signed in, as the server says it with every new access token. */
export interface SignedIn {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly displayName: string;
    readonly roles: string[];
  };
  readonly workspaceId: string;
  readonly mustChangePassword: boolean;
  readonly mustSetUpSecondFactor: boolean;
}

/** The password was right, and a code of the second factor is asked for. */
export interface Challenge {
  readonly status: 'mfa_required';
  readonly challenge: string;
  readonly expiresIn: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string | null;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  /** A value sent as JSON, or a Blob sent as it is. */
  readonly body?: unknown;
  readonly query?: Query;
  readonly headers?: Record<string, string>;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Told when tokens come and go; the session listens. */
export interface SessionListener {
  signedIn(answer: SignedIn): void;
  signedOut(): void;
}

// The token lives in this closure only: no storage, no global, nothing that a stray script could read.
let token: string | undefined;
let workspace: string | undefined;
let refreshing: Promise<boolean> | undefined;
let listener: SessionListener | undefined;

export const listenToSession = (it: SessionListener): void => void (listener = it);
export const useWorkspace = (id: string | undefined): void => void (workspace = id);

/** Calls the API and returns its JSON; a refusal is thrown as `ProblemError`. Paths without a slash are below `/api`. */
export async function api<T>(path: string, request: Request = {}): Promise<T> {
  const response = await apiResponse(path, request);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Calls the API and returns the response, for streams, files and headers. */
export async function apiResponse(path: string, request: Request = {}): Promise<Response> {
  let response = await send(path, request);
  if (response.status === 401 && !path.startsWith('auth/') && (await refresh())) {
    response = await send(path, request);
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 401 && !path.startsWith('auth/')) forget();
  throw problem;
}

/** Headers of a signed-in request, for the one transfer that needs XMLHttpRequest (upload progress). */
export function authorisation(): Record<string, string> {
  return {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(workspace === undefined ? {} : { 'X-Workspace-Id': workspace }),
  };
}

export async function signIn(email: string, password: string): Promise<SignedIn | Challenge> {
  const answer = await api<SignedIn | Challenge>('auth/sign-in', { method: 'POST', body: { email, password } });
  return 'challenge' in answer ? answer : accept(answer);
}

export async function secondStep(challenge: string, code: string): Promise<SignedIn> {
  return accept(await api<SignedIn>('auth/second-factor', { method: 'POST', body: { challenge, code } }));
}

export async function acceptInvitation(token: string, displayName: string, newPassword: string): Promise<SignedIn> {
  const body = { token, displayName, newPassword };
  return accept(await api<SignedIn>('account/accept-invitation', { method: 'POST', body }));
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<SignedIn> {
  return accept(await api<SignedIn>('auth/password', { method: 'POST', body: { currentPassword, newPassword } }));
}

export async function signOut(): Promise<void> {
  try {
    await api('auth/sign-out', { method: 'POST' });
  } finally {
    forget();
  }
}

/**
 * Gets a new access token by the refresh cookie; parallel callers share one request. Tabs take turns, as each refresh
 * replaces the cookie that they share.
 */
export function refresh(): Promise<boolean> {
  refreshing ??= inTurn(renew).finally(() => (refreshing = undefined));
  return refreshing;
}

async function renew(): Promise<boolean> {
  const response = await send('auth/refresh', { method: 'POST' });
  if (response.ok) {
    accept((await response.json()) as SignedIn);
    return true;
  }
  if (response.status >= 500) throw await problemOf(response);
  return false;
}

// Locks exist in secure contexts only; a plain-http intranet host does without.
async function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  return locks === undefined ? work() : await locks.request('whetstone.refresh', work);
}

function accept(answer: SignedIn): SignedIn {
  token = answer.accessToken;
  listener?.signedIn(answer);
  return answer;
}

function forget(): void {
  token = undefined;
  listener?.signedOut();
}

function send(path: string, request: Request): Promise<Response> {
  const { method = 'GET', body, signal } = request;
  return fetch(urlOf(path, request.query), {
    method,
    headers: headersOf(request),
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function headersOf(request: Request): Record<string, string> {
  const json = request.body !== undefined && !(request.body instanceof Blob);
  return {
    Accept: 'application/json, application/problem+json;q=0.9, */*;q=0.1',
    ...(json ? { 'Content-Type': 'application/json' } : {}),
    ...(request.ifMatch === undefined ? {} : { 'If-Match': `"${request.ifMatch}"` }),
    ...(request.idempotencyKey === undefined ? {} : { 'Idempotency-Key': request.idempotencyKey }),
    ...authorisation(),
    ...request.headers,
  };
}

export function urlOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value != null && value !== '') parameters.set(name, String(value));
  }
  const base = path.startsWith('/') || path.startsWith('http') ? path : `/api/${path}`;
  const search = parameters.toString();
  return search === '' ? base : `${base}?${search}`;
}
