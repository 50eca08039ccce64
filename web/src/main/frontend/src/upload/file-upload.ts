import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { bytes, duration, percent } from '../kernel/format.js';
import { recall, remember } from '../kernel/preferences.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { toastFailure } from '../ui/toasts.js';
import { TusUpload } from './tus.js';
import { tusClient } from './tus-client.js';

/** What finished uploading. */
export interface Uploaded {
  readonly uploadId: string;
  readonly fileName: string;
}

/**
 * A place to drop a file, which then goes to the server in resumable parts. Choosing the same file again after a reload
 * goes on where it stopped.
 *
 * @fires uploaded - When the file is on the server; `detail` is an `Uploaded`.
 * @fires chosen - When a file was chosen; `detail` is its name.
 */
@customElement('ws-file-upload')
export class FileUpload extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .drop {
        display: grid;
        justify-items: center;
        gap: var(--s1);
        padding: var(--s5) var(--s4);
        border: 1.5px dashed var(--line-strong);
        border-radius: var(--radius);
        text-align: center;
        cursor: pointer;
      }
      .drop:hover,
      .drop[data-over] {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .drop:focus-within {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      .drop svg {
        width: 26px;
        height: 26px;
        color: var(--accent-text);
      }
      .sending {
        display: grid;
        gap: var(--s2);
        padding: var(--s3) var(--s4);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
    `,
  ];

  @property() label = 'Choose a file or drop it here';
  @property() hint = '';
  @property() accept = '';
  @state() private upload: TusUpload | undefined;
  @state() private over = false;

  override disconnectedCallback() {
    super.disconnectedCallback();
    if (this.upload?.state === 'sending') this.upload.pause();
  }

  override render() {
    return this.upload === undefined ? this.drop() : this.sending(this.upload);
  }

  private drop() {
    return html`<label
      class="drop"
      ?data-over=${this.over}
      @dragover=${(event: DragEvent) => this.hover(event, true)}
      @dragleave=${(event: DragEvent) => this.hover(event, false)}
      @drop=${(event: DragEvent) => this.dropped(event)}
    >
      ${icon('upload')}
      <strong>${this.label}</strong>
      <span class="muted small">${this.hint}</span>
      <input
        class="visually-hidden"
        type="file"
        accept=${this.accept === '' ? nothing : this.accept}
        @change=${(event: Event) => this.take((event.target as HTMLInputElement).files?.[0])}
      />
    </label>`;
  }

  private sending(upload: TusUpload) {
    const share = upload.file.size === 0 ? 1 : upload.sent / upload.file.size;
    const left =
      upload.state === 'sending' && upload.secondsLeft !== undefined ? `, ${duration(upload.secondsLeft)} left` : '';
    return html`<div class="sending">
      <div class="row apart">
        <strong class="truncate">${upload.file.name}</strong>
        <span class="muted num">${bytes(upload.sent)} of ${bytes(upload.file.size)}</span>
      </div>
      <progress max="1" .value=${share} aria-label="Upload of ${upload.file.name}"></progress>
      <div class="row apart">
        <span class="muted small" role="status">${this.said(upload, share)}${left}</span>
        <span class="row">
          ${
            upload.state === 'sending'
              ? html`<button class="btn small" @click=${() => upload.pause()}>Pause</button>`
              : nothing
          }
          ${
            upload.state === 'paused'
              ? html`<button class="btn small primary" @click=${() => this.send(upload)}>Resume</button>`
              : nothing
          }
          <button class="btn small" @click=${() => this.cancel(upload)}>
            ${upload.state === 'done' ? 'Choose another' : 'Cancel upload'}
          </button>
        </span>
      </div>
    </div>`;
  }

  private said(upload: TusUpload, share: number): string {
    if (upload.state === 'done') return 'Uploaded';
    return upload.state === 'paused' ? `Paused at ${percent(share)}` : percent(share);
  }

  private hover(event: DragEvent, over: boolean) {
    event.preventDefault();
    this.over = over;
  }

  private dropped(event: DragEvent) {
    this.hover(event, false);
    this.take(event.dataTransfer?.files[0]);
  }

  private take(file: File | undefined) {
    if (file === undefined) return;
    this.dispatchEvent(new CustomEvent('chosen', { detail: file.name }));
    const upload = new TusUpload(file, tusClient, { recall, remember }, () => this.requestUpdate());
    this.upload = upload;
    void this.send(upload);
  }

  private async send(upload: TusUpload) {
    try {
      await upload.start();
      if (upload.state !== 'done') return;
      const detail: Uploaded = { uploadId: upload.id, fileName: upload.file.name };
      this.dispatchEvent(new CustomEvent('uploaded', { detail }));
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private cancel(upload: TusUpload) {
    this.upload = undefined;
    upload.cancel().catch(toastFailure);
    this.dispatchEvent(new CustomEvent('uploaded', { detail: undefined }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-file-upload': FileUpload;
  }
}
