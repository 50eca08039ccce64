import { api, type Page, type Query } from '../kernel/api.js';

/** Something in a private network that the server may ask. */
export interface OutboundRule {
  readonly id: string;
  readonly version: number;
  readonly target: string;
  readonly port: number | null;
  readonly note: string;
  readonly createdAt: string;
}

export interface CheckedAddress {
  readonly address: string;
  readonly allowed: boolean;
  readonly reason: string;
  readonly range: string | null;
  readonly rule: string | null;
  readonly ruleId: string | null;
}

/** Whether the server would ask an address, and why. */
export interface AddressCheck {
  readonly host: string;
  readonly port: number;
  readonly allowed: boolean;
  readonly reason: string;
  readonly proxied: boolean;
  readonly addresses: readonly CheckedAddress[];
}

export interface NewRule {
  readonly target: string;
  readonly port: number | null;
  readonly note: string;
}

const PATH = 'admin/outbound-rules';

export const listRules = (query: Query, signal?: AbortSignal): Promise<Page<OutboundRule>> =>
  api(PATH, { query, signal });

export const createRule = (body: NewRule): Promise<OutboundRule> => api(PATH, { method: 'POST', body });

export const deleteRule = (rule: OutboundRule): Promise<void> =>
  api(`${PATH}/${rule.id}`, { method: 'DELETE', ifMatch: rule.version });

export const checkAddress = (address: string): Promise<AddressCheck> =>
  api(`${PATH}/check`, { method: 'POST', body: { address } });
