/** The parts of an OpenAPI document that the reference page shows. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly example?: unknown;
  readonly default?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Body {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface OperationBody {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses?: Readonly<Record<string, Body>>;
}

export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface Operation extends OperationBody {
  readonly method: string;
  readonly path: string;
  readonly group: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];

/** All operations, by tag, or by the first word of the path where no tag says more. */
export function operationsOf(document: OpenApi): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const [path, item] of Object.entries(document.paths)) {
    const shared = (item['parameters'] ?? []) as readonly Parameter[];
    for (const method of METHODS) {
      const body = item[method] as OperationBody | undefined;
      if (body === undefined) continue;
      const group = body.tags?.[0] ?? groupOf(path);
      const operation = { ...body, parameters: [...shared, ...(body.parameters ?? [])], method, path, group };
      groups.set(group, [...(groups.get(group) ?? []), operation]);
    }
  }
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b)));
}

function groupOf(path: string): string {
  const word = path.split('/').find((part) => part !== '' && part !== 'api') ?? 'other';
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const DEEPEST = 4;

/** A schema as a sketch of the JSON it stands for; references are followed, circles and depth are cut. */
export function sketch(schema: Schema | undefined, document: OpenApi, seen: readonly string[] = []): unknown {
  if (schema === undefined) return 'any';
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    if (seen.includes(name) || seen.length >= DEEPEST) return name;
    return sketch(document.components?.schemas?.[name], document, [...seen, name]);
  }
  const parts = schema.allOf;
  if (parts !== undefined) return Object.assign({}, ...parts.map((part) => sketch(part, document, seen))) as unknown;
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice !== undefined) return sketch(choice[0], document, seen);
  if (schema.items !== undefined) return [sketch(schema.items, document, seen)];
  if (schema.properties !== undefined) {
    const entries = Object.entries(schema.properties);
    return Object.fromEntries(entries.map(([name, it]) => [name, sketch(it, document, seen)]));
  }
  return plain(schema);
}

function plain(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any']);
  return types.join(' | ') + (schema.format === undefined ? '' : ` (${schema.format})`);
}

export const typeName = (schema: Schema | undefined): string =>
  schema?.$ref?.split('/').at(-1) ?? (schema === undefined ? '' : plain(schema));
