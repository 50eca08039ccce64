/** Copies text; without `navigator.clipboard` (plain http) by the old way of a selected field. */
export async function copyText(text: string): Promise<void> {
  if ((navigator as { clipboard?: Clipboard }).clipboard !== undefined) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  const host = document.querySelector('dialog[open]') ?? document.body;
  host.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (!copied) throw new Error('The browser refused to copy.');
}
