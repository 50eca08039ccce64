/** Small choices of this browser. Storage may be refused (private windows); then a choice lasts as long as the page. */
const memory = new Map<string, string>();
const PREFIX = 'whetstone.';

/** What is of the browser, whoever signs in; all else is of a person and goes with them. */
const OF_THE_BROWSER = /^whetstone\.(theme|fontSize|charts\..+)$/;

export function remember(key: string, value: string | undefined): void {
  put(PREFIX + key, value);
}

export function recall(key: string): string | undefined {
  const name = PREFIX + key;
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return memory.get(name);
  }
}

/** What is kept for a person, such as instructions of a chat, and uploads that wait. */
export function forgetPerson(): void {
  for (const name of stored()) if (!OF_THE_BROWSER.test(name)) put(name, undefined);
}

/** The choices of the browser as they are now, to be put back after its storage was emptied. */
export function browserChoices(): () => void {
  const kept = stored()
    .filter((name) => OF_THE_BROWSER.test(name))
    .map((name) => [name, recall(name.slice(PREFIX.length))] as const);
  return () => kept.forEach(([name, value]) => put(name, value));
}

function stored(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [...memory.keys()];
  }
}

function put(name: string, value: string | undefined): void {
  if (value === undefined) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Kept in memory above.
  }
}
