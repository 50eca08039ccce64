import { api, type Page } from '../kernel/api.js';

export type RuleKind = 'user' | 'plan' | 'percentage';

export interface FlagRule {
  readonly id: string;
  readonly version: number;
  readonly kind: RuleKind;
  readonly target: string;
  readonly enabled: boolean;
  readonly createdAt: string;
}

export interface Flag {
  readonly key: string;
  readonly description: string;
  readonly owner: string;
  readonly fallback: boolean;
  readonly rules: readonly FlagRule[];
}

export interface Reach {
  readonly asked: number;
  readonly on: number;
  readonly people: readonly { readonly id: string; readonly email: string }[];
}

export type RuleBody = Pick<FlagRule, 'kind' | 'target' | 'enabled'>;

export const listFlags = (signal?: AbortSignal): Promise<Page<Flag>> => api('admin/flags', { signal });

export const reachOf = (flag: string): Promise<Reach> => api(`admin/flags/${flag}/reach`);

export const addRule = (flag: string, body: RuleBody): Promise<FlagRule> =>
  api(`admin/flags/${flag}/rules`, { method: 'POST', body });

export const changeRule = (flag: string, rule: FlagRule, body: RuleBody): Promise<FlagRule> =>
  api(`admin/flags/${flag}/rules/${rule.id}`, { method: 'PUT', body, ifMatch: rule.version });

export const removeRule = (flag: string, rule: FlagRule): Promise<void> =>
  api(`admin/flags/${flag}/rules/${rule.id}`, { method: 'DELETE', ifMatch: rule.version });
