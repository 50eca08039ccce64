import { api, type Page, type Query } from '../kernel/api.js';

/** A saved beginning of training jobs. The names are those of when it was saved. */
export interface TrainingConfiguration {
  readonly id: string;
  readonly version: number;
  readonly workspaceId: string;
  readonly name: string;
  readonly description: string | null;
  readonly modelId: string;
  readonly modelName: string;
  readonly datasetId: string | null;
  readonly datasetName: string | null;
  readonly evalDatasetId: string | null;
  readonly evalDatasetName: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SaveConfiguration {
  readonly name: string;
  readonly description?: string;
  readonly modelId: string;
  readonly datasetId?: string;
  readonly evalDatasetId?: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const of = (id: string): string => `training/configs/${encodeURIComponent(id)}`;

export const listConfigurations = (query: Query = {}, signal?: AbortSignal): Promise<Page<TrainingConfiguration>> =>
  api('training/configs', { query, signal });

export const readConfiguration = (id: string, signal?: AbortSignal): Promise<TrainingConfiguration> =>
  api(of(id), { signal });

export const createConfiguration = (body: SaveConfiguration, idempotencyKey: string): Promise<TrainingConfiguration> =>
  api('training/configs', { method: 'POST', body, idempotencyKey });

export const changeConfiguration = (
  it: TrainingConfiguration,
  body: SaveConfiguration,
): Promise<TrainingConfiguration> => api(of(it.id), { method: 'PUT', body, ifMatch: it.version });

export const duplicateConfiguration = (id: string): Promise<TrainingConfiguration> =>
  api(`${of(id)}/duplicate`, { method: 'POST' });

export const deleteConfiguration = (it: TrainingConfiguration): Promise<void> =>
  api(of(it.id), { method: 'DELETE', ifMatch: it.version });

/** What a configuration holds, as it is saved again under another name or description. */
export const choicesOf = (it: TrainingConfiguration): Omit<SaveConfiguration, 'name' | 'description'> => ({
  modelId: it.modelId,
  ...(it.datasetId === null ? {} : { datasetId: it.datasetId }),
  ...(it.evalDatasetId === null ? {} : { evalDatasetId: it.evalDatasetId }),
  parameters: it.parameters,
});

/** Where a job is begun from it. */
export function startPath(it: TrainingConfiguration): string {
  const query = new URLSearchParams({ configuration: it.id, model: it.modelId });
  if (it.datasetId !== null) query.set('dataset', it.datasetId);
  return `/training/new?${query.toString()}`;
}
