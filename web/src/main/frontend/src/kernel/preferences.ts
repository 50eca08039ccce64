/** Small choices of this browser. Storage may be refused (private windows); then a choice lasts as long as the page. */
const memory = new Map<string, string>();

export function remember(key: string, value: string | undefined): void {
  const name = `whetstone.${key}`;
  if (value === undefined) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Kept in memory above.
  }
}

export function recall(key: string): string | undefined {
  const name = `whetstone.${key}`;
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return memory.get(name);
  }
}
