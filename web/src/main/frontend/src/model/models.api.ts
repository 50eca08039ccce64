import { api, type Page, type Query } from '../kernel/api.js';

export type ModelSource =
  | { readonly type: 'upload'; readonly uploadIds: readonly string[] }
  | { readonly type: 'hub'; readonly repository: string; readonly revision?: string; readonly file?: string }
  | { readonly type: 'folder'; readonly path: string };

export interface Model {
  readonly id: string;
  readonly version: number;
  readonly workspaceId: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly kind: 'base' | 'adapter';
  readonly status: 'importing' | 'ready' | 'failed';
  readonly architecture: string | null;
  readonly parameterCount: number | null;
  readonly contextLength: number | null;
  readonly sizeBytes: number | null;
  readonly baseModelId: string | null;
  readonly trainingJobId: string | null;
  /** What all examples of a tuned model began with: it answers best under the same. */
  readonly systemPrompt: string | null;
  readonly licence: string | null;
  readonly source: unknown;
  readonly progress: number | null;
  readonly error: string | null;
  readonly createdAt: string;
}

const of = (id: string): string => `models/${encodeURIComponent(id)}`;

export const titleOf = (model: Pick<Model, 'displayName' | 'name'>): string => model.displayName ?? model.name;

export const listModels = (query: Query = {}, signal?: AbortSignal): Promise<Page<Model>> =>
  api('models', { query, signal });

export const readModel = (id: string, signal?: AbortSignal): Promise<Model> => api(of(id), { signal });

export const importModel = (name: string, source: ModelSource): Promise<Model> =>
  api('models', { method: 'POST', body: { name, source } });

export const renameModel = (model: Model, displayName: string): Promise<Model> =>
  api(of(model.id), { method: 'PATCH', body: { displayName }, ifMatch: model.version });

export const deleteModel = (model: Model): Promise<void> =>
  api(of(model.id), { method: 'DELETE', ifMatch: model.version });
