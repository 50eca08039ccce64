import { api } from '../kernel/api.js';

export interface SystemStatus {
  readonly version: string;
  readonly startedAt: string;
  readonly checks: readonly { readonly name: string; readonly status: 'up' | 'down'; readonly detail: string | null }[];
  readonly memory: { readonly usedBytes: number; readonly maxBytes: number };
  readonly storage: { readonly usedBytes: number; readonly freeBytes: number };
  readonly training: { readonly queued: number; readonly running: number };
  readonly runners: readonly {
    readonly model: string;
    readonly status: string;
    readonly port: number | null;
    readonly adapters: readonly string[] | number | null;
  }[];
}

export const readStatus = (signal?: AbortSignal): Promise<SystemStatus> => api('system/status', { signal });
