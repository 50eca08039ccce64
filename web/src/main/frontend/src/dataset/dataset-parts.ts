import { words } from '../kernel/format.js';

const NAMES: Record<string, string> = {
  chatml: 'ChatML',
  sharegpt: 'ShareGPT',
  jsonl: 'JSONL',
  alpaca: 'Alpaca',
  openorca: 'OpenOrca',
  unnatural: 'Unnatural instructions',
  dpo: 'DPO pairs',
  rlhf: 'RLHF pairs',
  raw_text: 'Raw text',
};

/** How people call a format. */
export const formatName = (format: string | null | undefined): string => NAMES[format ?? ''] ?? words(format);

/** `tickets.v2.jsonl.gz` → `tickets.v2`: the name that a dataset gets unless another is typed. */
export const nameOfFile = (fileName: string): string =>
  fileName.replace(/\.gz$/i, '').replace(/\.(jsonl|ndjson|json|csv|tsv|txt|text|md)$/i, '');
