import { apiResponse, authorisation, refresh } from '../kernel/api.js';
import { ProblemError, type ProblemBody } from '../kernel/problem.js';
import type { TusClient } from './tus.js';

const VERSION = { 'Tus-Resumable': '1.0.0' };

/** TUS over the API; parts go by XMLHttpRequest, the only way to see how far one got. */
export const tusClient: TusClient = {
  async create(size, fileName) {
    const response = await apiResponse('uploads', {
      method: 'POST',
      headers: { ...VERSION, 'Upload-Length': String(size), 'Upload-Metadata': `filename ${base64(fileName)}` },
    });
    const url = response.headers.get('Location');
    if (url === null) throw new Error('The server did not say where to upload to.');
    return new URL(url, location.href).pathname;
  },

  async offset(url) {
    try {
      const response = await apiResponse(url, { method: 'HEAD', headers: VERSION });
      return Number(response.headers.get('Upload-Offset'));
    } catch (failure) {
      if (failure instanceof ProblemError && [404, 410].includes(failure.status)) return undefined;
      throw failure;
    }
  },

  async append(url, offset, part, sent, signal) {
    try {
      return await patch(url, offset, part, sent, signal);
    } catch (failure) {
      // The access token may end while a large part is on its way.
      if (failure instanceof ProblemError && failure.status === 401) await refresh();
      throw failure;
    }
  },

  async remove(url) {
    await apiResponse(url, { method: 'DELETE', headers: VERSION });
  },
};

function patch(
  url: string,
  offset: number,
  part: Blob,
  sent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener('abort', stop, { once: true });
    request.open('PATCH', url);
    const headers = {
      ...VERSION,
      ...authorisation(),
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => sent(event.loaded);
    request.onload = () => {
      if (request.status === 204) resolve(Number(request.getResponseHeader('Upload-Offset')));
      else reject(new ProblemError(request.status, bodyOf(request.responseText)));
    };
    request.onerror = () => reject(new TypeError('The connection was lost.'));
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.send(part);
  });
}

function bodyOf(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {};
  }
}

const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
