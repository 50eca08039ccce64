import { apiResponse } from './api.js';

/** Saves what the API sends; a plain link could not carry the token. */
export async function download(path: string, fallbackName: string): Promise<void> {
  const response = await apiResponse(path);
  saveBlob(await response.blob(), fileName(response.headers.get('Content-Disposition')) ?? fallbackName);
}

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const fileName = (disposition: string | null): string | undefined =>
  /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1];
