import { count, figure } from '../kernel/format.js';
import type { Parameter } from './training.api.js';

/** Texts as typed, by name of the parameter; what is not here has its default. */
export type Typed = Readonly<Record<string, string>>;

/** Where a parameter stands in the request: `lora.rank` and the members of the group `lora` are nested. */
export function pathOf(parameter: Parameter): string[] {
  const path = parameter.name.split('.');
  return path.length === 1 && parameter.group === 'lora' && parameter.name !== 'lora' ? ['lora', ...path] : path;
}

/** The JSON pointer by which the server names a parameter in a refusal. */
export const pointerOf = (parameter: Parameter): string => `/parameters/${pathOf(parameter).join('/')}`;

/** What is wrong with a typed value, in the words of the parameter's own bounds. */
export function check(parameter: Parameter, text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  if (parameter.type === 'modules') return undefined;
  if (parameter.type !== 'integer' && parameter.type !== 'number') return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return 'This is not a number.';
  if (parameter.type === 'integer' && !Number.isInteger(value)) return 'This must be a whole number.';
  const { minimum, maximum } = parameter;
  if (minimum !== null && value < minimum) return `At least ${shown(minimum)}.`;
  if (maximum !== null && value > maximum) return `At most ${shown(maximum)}.`;
  return undefined;
}

/** The parameters of the request: only what was typed, so that defaults stay the server's. */
export function collect(parameters: readonly Parameter[], typed: Typed): Record<string, unknown> {
  let result: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const text = typed[parameter.name];
    if (text === undefined || text.trim() === '' || check(parameter, text) !== undefined) continue;
    result = withValue(result, pathOf(parameter), valueOf(parameter, text));
  }
  return result;
}

/** The reverse of `collect`, to begin with the parameters of another job. */
export function typedOf(parameters: readonly Parameter[], values: Readonly<Record<string, unknown>>): Typed {
  const typed: Record<string, string> = {};
  for (const parameter of parameters) {
    const value = get(values, pathOf(parameter));
    if (value != null && JSON.stringify(value) !== JSON.stringify(parameter.default))
      typed[parameter.name] = textOf(value);
  }
  return typed;
}

/** A value as the form shows it. */
export function textOf(value: unknown): string {
  if (value == null) return '';
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function valueOf(parameter: Parameter, text: string): unknown {
  switch (parameter.type) {
    case 'integer':
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'modules':
      return text.split(',').filter((it) => it !== '');
    default:
      return text;
  }
}

/** The same with one value more; what is inherited is no part of it. */
function withValue(
  target: Readonly<Record<string, unknown>>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [head = '', ...rest] = path;
  if (rest.length === 0) return { ...target, [head]: value };
  const inner = Object.hasOwn(target, head) ? (target[head] as Record<string, unknown>) : {};
  return { ...target, [head]: withValue(inner, rest, value) };
}

const get = (source: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((it, key) => (it as Record<string, unknown> | null | undefined)?.[key], source);

const shown = (value: number): string => (Number.isInteger(value) ? count(value) : figure(value));
