import { api, type Page, type Query } from '../kernel/api.js';

export type JobStatus = 'queued' | 'pending' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly logTail: string | readonly string[] | null;
}

export interface TrainingJob {
  readonly id: string;
  readonly version: number;
  readonly workspaceId: string;
  readonly name: string;
  readonly status: JobStatus;
  readonly phase: string | null;
  readonly modelId: string;
  readonly modelName: string;
  readonly datasetId: string;
  readonly datasetName: string;
  readonly datasetVersion: number | null;
  readonly evalDatasetId: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly progress: number | null;
  readonly step: number | null;
  readonly totalSteps: number | null;
  readonly epoch: number | null;
  readonly totalEpochs: number | null;
  readonly loss: number | null;
  readonly evalLoss: number | null;
  readonly bestEvalLoss: number | null;
  readonly bestStep: number | null;
  readonly learningRate: number | null;
  readonly gradNorm: number | null;
  readonly tokensPerSecond: number | null;
  readonly etaSeconds: number | null;
  readonly queuePosition: number | null;
  readonly cancelRequested: boolean;
  readonly error: JobError | null;
  readonly resumable: boolean;
  readonly resumedFromJobId: string | null;
  readonly configurationId: string | null;
  readonly adapterModelId: string | null;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export interface Metric {
  readonly step: number;
  readonly epoch: number | null;
  readonly trainLoss: number | null;
  readonly evalLoss: number | null;
  readonly learningRate: number | null;
  readonly gradNorm: number | null;
  readonly tokensPerSecond: number | null;
  readonly samplesPerSecond: number | null;
  readonly memoryBytes: number | null;
  readonly at: string;
}

export interface Checkpoint {
  readonly step: number;
  readonly epoch: number | null;
  readonly loss: number | null;
  readonly evalLoss: number | null;
  readonly sizeBytes: number | null;
  readonly best: boolean;
  readonly latest: boolean;
  readonly createdAt: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: 'integer' | 'number' | 'boolean' | 'choice' | 'modules';
  readonly default: unknown;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly choices: readonly string[] | null;
  readonly group: 'basic' | 'optimizer' | 'lora' | 'evaluation' | 'memory';
  readonly title: string;
  readonly description: string;
}

export interface StartTraining {
  readonly name?: string;
  readonly modelId: string;
  readonly datasetId: string;
  readonly evalDatasetId?: string;
  readonly configurationId?: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface Estimate {
  readonly steps: number;
  readonly tokensPerEpoch: number;
  readonly memoryBytes: number;
  readonly availableMemoryBytes: number;
  readonly seconds: number;
  readonly fits: boolean;
  readonly warnings: readonly string[];
}

const of = (id: string): string => `training/jobs/${encodeURIComponent(id)}`;

export const isFinished = (job: TrainingJob): boolean => ['completed', 'failed', 'cancelled'].includes(job.status);

export const listJobs = (query: Query = {}, signal?: AbortSignal): Promise<Page<TrainingJob>> =>
  api('training/jobs', { query, signal });

export const readJob = (id: string, signal?: AbortSignal): Promise<TrainingJob> => api(of(id), { signal });

export const startJob = (body: StartTraining, idempotencyKey: string): Promise<TrainingJob> =>
  api('training/jobs', { method: 'POST', body, idempotencyKey });

export const cancelJob = (id: string): Promise<TrainingJob> => api(`${of(id)}/cancel`, { method: 'POST' });

export const resumeJob = (id: string): Promise<TrainingJob> => api(`${of(id)}/resume`, { method: 'POST' });

export const readMetrics = (id: string, after: number, signal?: AbortSignal): Promise<Page<Metric>> =>
  api(`${of(id)}/metrics`, { query: { after, limit: 1000 }, signal });

export const readLogs = (id: string, after: number, signal?: AbortSignal): Promise<{ lines: string[]; next: number }> =>
  api(`${of(id)}/logs`, { query: { after }, signal });

/** A job keeps a handful at most: one page holds them all. */
export const readCheckpoints = async (id: string, signal?: AbortSignal): Promise<readonly Checkpoint[]> => {
  const answer = await api<readonly Checkpoint[] | Page<Checkpoint>>(`${of(id)}/checkpoints`, { signal });
  return 'items' in answer ? answer.items : answer;
};

export const readParameters = (signal?: AbortSignal): Promise<readonly Parameter[]> =>
  api('training/parameters', { signal });

export const estimate = (body: StartTraining, signal?: AbortSignal): Promise<Estimate> =>
  api('training/estimate', { method: 'POST', body, signal });
