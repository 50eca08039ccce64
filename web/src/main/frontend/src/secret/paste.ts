/** What is odd about a pasted credential; none of it is an error for certain, so the person decides. */
export function oddity(value: string): string | undefined {
  if (value !== value.trim()) return 'There is a space or a line break before or after it.';
  if (/\s/.test(value)) return 'There is a space or a line break in it.';
  if (/^(["'`]).*\1$/.test(value)) return 'It is in quotation marks.';
  return undefined;
}
