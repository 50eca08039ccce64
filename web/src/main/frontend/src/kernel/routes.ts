/** Matching of paths like `/datasets/:id`; knows nothing of the browser, so that tests need none. */
export interface Match<R> {
  readonly route: R;
  readonly parameters: Readonly<Record<string, string>>;
}

export function match<R extends { readonly path: string }>(routes: readonly R[], path: string): Match<R> | undefined {
  const parts = segments(path);
  for (const route of routes) {
    const parameters = parametersOf(segments(route.path), parts);
    if (parameters !== undefined) return { route, parameters };
  }
  return undefined;
}

const segments = (path: string): string[] => path.split('/').filter((part) => part !== '');

function parametersOf(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (wanted.startsWith(':')) parameters[wanted.slice(1)] = decode(part);
    else if (wanted !== part) return undefined;
  }
  return parameters;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
