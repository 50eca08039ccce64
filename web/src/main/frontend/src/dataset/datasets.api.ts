import { api, type Page, type Query } from '../kernel/api.js';

export interface TokenStatistics {
  readonly total: number;
  readonly min: number;
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export interface DatasetStatistics {
  readonly tokens: TokenStatistics | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly tokenizer: string | null;
  readonly turns: number | null;
}

export interface Dataset {
  readonly id: string;
  readonly version: number;
  readonly workspaceId: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: 'processing' | 'ready' | 'failed';
  readonly format: string | null;
  readonly methods: readonly string[];
  readonly exampleCount: number;
  readonly invalidCount: number;
  readonly duplicateCount: number;
  readonly sizeBytes: number;
  readonly statistics: DatasetStatistics | null;
  readonly currentVersion: number;
  readonly progress: number | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface DatasetRow {
  readonly index: number;
  readonly line: number;
  readonly content: unknown;
}

export interface RowProblem {
  readonly line: number;
  readonly reason: string;
}

export interface DatasetVersion {
  readonly id: string;
  readonly number: number;
  readonly status?: string;
  readonly format: string | null;
  readonly exampleCount: number;
  readonly invalidCount: number;
  readonly sizeBytes: number;
  readonly createdAt: string;
}

export interface ExampleDataset {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licence: string;
  readonly rows: number;
  readonly files: readonly { readonly file: string; readonly title: string; readonly rows: number }[];
}

export const FORMATS = [
  'chatml',
  'sharegpt',
  'jsonl',
  'alpaca',
  'openorca',
  'unnatural',
  'dpo',
  'rlhf',
  'raw_text',
] as const;

const of = (id: string): string => `datasets/${encodeURIComponent(id)}`;

export const listDatasets = (query: Query, signal?: AbortSignal): Promise<Page<Dataset>> =>
  api('datasets', { query, signal });

export const readDataset = (id: string, signal?: AbortSignal): Promise<Dataset> => api(of(id), { signal });

export const createDataset = (body: {
  name: string;
  description?: string;
  uploadId: string;
  format?: string;
}): Promise<Dataset> => api('datasets', { method: 'POST', body });

export const changeDataset = (it: Dataset, body: { name: string; description: string }): Promise<Dataset> =>
  api(of(it.id), { method: 'PATCH', body, ifMatch: it.version });

export const deleteDataset = (it: Dataset): Promise<void> => api(of(it.id), { method: 'DELETE', ifMatch: it.version });

export const readRows = (id: string, query: Query, signal?: AbortSignal): Promise<Page<DatasetRow>> =>
  api(`${of(id)}/rows`, { query, signal });

export const readProblems = (id: string, query: Query, signal?: AbortSignal): Promise<Page<RowProblem>> =>
  api(`${of(id)}/problems`, { query, signal });

export const readVersions = (id: string, query: Query, signal?: AbortSignal): Promise<Page<DatasetVersion>> =>
  api(`${of(id)}/versions`, { query, signal });

export const addVersion = (id: string, uploadId: string): Promise<unknown> =>
  api(`${of(id)}/versions`, { method: 'POST', body: { uploadId } });

export const splitDataset = (
  id: string,
  fraction: number,
  seed: number,
): Promise<{ readonly train: Dataset; readonly heldOut: Dataset }> =>
  api(`${of(id)}/split`, { method: 'POST', body: { fraction, seed } });

export const listExamples = async (signal?: AbortSignal): Promise<readonly ExampleDataset[]> =>
  (await api<Page<ExampleDataset>>('datasets/examples', { signal })).items;

export const addExample = (name: string): Promise<Dataset> =>
  api(`datasets/examples/${encodeURIComponent(name)}`, { method: 'POST' });
