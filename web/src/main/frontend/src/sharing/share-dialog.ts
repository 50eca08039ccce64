import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { ask } from '../ui/confirm.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/copy-button.js';
import '../ui/dialog.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { tag } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { LEVELS, LEVEL_NAME, pathOf } from './levels.js';
import './share-form.js';
import { changeShare, listShares, removeShare, type Resource, type Share, type ShareLevel } from './shares.api.js';

/**
 * With whom something is shared: adding, changing, ending.
 *
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-share-dialog')
export class ShareDialog extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      ws-dialog {
        --dialog-width: 38rem;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 9rem auto;
        gap: var(--s2);
        align-items: center;
        padding: var(--s3) 0;
        border-top: 1px solid var(--line);
      }
      li > input {
        grid-column: 1 / -1;
      }
      @media (max-width: 480px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        li > .who {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) resource!: Resource;

  private readonly shares = new PagedList<Share>(
    this,
    (_, signal) => listShares(this.resource, signal),
    () => [this.resource.id],
  );

  override render() {
    return html`<ws-dialog
      heading="Share “${this.resource.name}”"
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <div class="stack">
        <ws-share-form .resource=${this.resource} @shared=${() => this.shares.reload()}></ws-share-form>
        <section aria-labelledby="with">
          <h3 id="with">Shared with</h3>
          ${this.shares.render(
            'shares',
            (items) =>
              html`<ul>
                ${items.map((it) => this.line(it))}
              </ul>`,
            () =>
              html`<p class="muted">
                Nobody yet. Only ${this.resource.ownerId === undefined ? 'people in this workspace' : 'you'} can open
                it.
              </p>`,
          )}
        </section>
      </div>
      <ws-copy-button slot="actions" label="Copy link" .text=${() => this.link()}></ws-copy-button>
    </ws-dialog>`;
  }

  private line(it: Share) {
    return html`<li>
      <span class="who truncate">${it.grantee} ${tag(it.granteeWorkspaceId === null ? 'person' : 'workspace')}</span>
      <select
        aria-label="What ${it.grantee} can do"
        @change=${(event: Event) =>
          this.change(it, (event.target as HTMLSelectElement).value as ShareLevel, it.note, event)}
      >
        ${LEVELS.map((level) => html`<option value=${level} ?selected=${level === it.level}>${LEVEL_NAME[level]}</option>`)}
      </select>
      <button
        class="btn ghost icon small danger"
        aria-label="Stop sharing with ${it.grantee}"
        @click=${() => this.end(it)}
      >
        ${icon('trash')}
      </button>
      <input
        aria-label="Note for ${it.grantee}"
        placeholder="Note"
        maxlength="500"
        autocomplete="off"
        .value=${it.note ?? ''}
        @change=${(event: Event) => this.change(it, it.level, (event.target as HTMLInputElement).value, event)}
      />
    </li>`;
  }

  /** A member of its workspace gets there; whom it is shared with stays in their own. */
  private link(): string {
    return `${location.origin}${pathOf(this.resource.type, this.resource.id)}?workspace=${this.resource.workspaceId}`;
  }

  private async change(it: Share, level: ShareLevel, note: string | null, event: Event) {
    try {
      const changed = await changeShare(it, level, note === '' ? null : note);
      this.shares.replace(changed, (other) => other.id === changed.id);
      toast(`${it.grantee}: ${LEVEL_NAME[changed.level].toLowerCase()}.`);
    } catch (failure) {
      if (event.target instanceof HTMLSelectElement) event.target.value = it.level;
      toastFailure(failure);
      this.shares.reload();
    }
  }

  private async end(it: Share) {
    const text = `${it.grantee} can no longer open it through this share.`;
    if (!(await ask({ title: 'Stop sharing?', text, confirm: 'Stop sharing', danger: true }))) return;
    try {
      await removeShare(it);
      toast(`It is no longer shared with ${it.grantee}.`);
      this.shares.reload();
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
