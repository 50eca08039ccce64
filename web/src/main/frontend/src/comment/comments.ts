import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LiveTopic } from '../kernel/live.js';
import { recall, remember } from '../kernel/preferences.js';
import { router } from '../kernel/router.js';
import { throttled } from '../kernel/throttle.js';
import type { ResourceType } from '../sharing/shares.api.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { PagedList } from '../ui/paged-list.js';
import { offer, toastFailure } from '../ui/toasts.js';
import './comment-composer.js';
import './comment-item.js';
import {
  deleteComment,
  findPeople,
  listComments,
  postComment,
  type Comment,
  type Target,
  type Words,
} from './comments.api.js';

const UNDO_MS = 6000;

/** What people say about an object, live. A deleted comment can be had back for some seconds: only then is it deleted. */
@customElement('ws-comments')
export class Comments extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      summary {
        cursor: pointer;
        font-size: 1rem;
        font-weight: 620;
      }
      summary h2 {
        display: inline;
      }
      .threads {
        display: grid;
      }
      .threads > * + * {
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property() resourceType: ResourceType = 'dataset';
  @property() resourceId = '';
  @state() private writable = false;
  @state() private hiddenIds: ReadonlySet<string> = new Set();
  private readonly leaving = new Map<string, ReturnType<typeof setTimeout>>();
  private asked = '';

  private readonly list = new PagedList<Comment>(
    this,
    (query, signal) => listComments(this.target, query, signal),
    () => [this.resourceType, this.resourceId],
  );

  constructor() {
    super();
    const again = throttled(() => this.list.reload(), 500);
    new LiveTopic(
      this,
      () => (this.resourceId === '' ? undefined : `comments/${this.resourceType}/${this.resourceId}`),
      {
        onEvent: again,
        onRefetch: again,
      },
    );
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const id of [...this.leaving.keys()]) this.erase(id);
  }

  private get target(): Target {
    return { resourceType: this.resourceType, resourceId: this.resourceId };
  }

  /** Whoever may name people may write; nobody else is offered the field. */
  protected override willUpdate() {
    if (this.asked === this.resourceId) return;
    this.asked = this.resourceId;
    findPeople(this.target, '').then(
      () => (this.writable = true),
      () => (this.writable = false),
    );
  }

  override render() {
    const pointed = router.query.get('comment') ?? '';
    const open = pointed !== '' || recall('comments') !== 'closed';
    const count = this.list.items?.reduce((sum, it) => sum + 1 + it.replies.length, 0) ?? 0;
    return html`<details class="card" ?open=${open} @toggle=${this.toggled}>
      <summary><h2>Comments${count === 0 ? '' : ` (${count})`}</h2></summary>
      <div class="stack" @changed=${() => this.list.reload()} @withdraw=${this.withdraw}>
        ${
          this.writable
            ? html`<ws-comment-composer
                .target=${this.target}
                .send=${async (words: Words) => {
                  await postComment(this.target, words);
                  this.list.reload();
                }}
              ></ws-comment-composer>`
            : nothing
        }
        <div>
          ${this.list.render(
            'comments',
            (items) => this.threads(items, pointed),
            () => html`<p class="muted">Nobody has said anything yet.</p>`,
          )}
        </div>
      </div>
    </details>`;
  }

  private threads(items: readonly Comment[], pointed: string) {
    return html`<div class="threads">
      ${repeat(
        items.filter((it) => !this.hiddenIds.has(it.id)),
        (it) => it.id,
        (it) =>
          html`<ws-comment
            .comment=${it}
            .writable=${this.writable}
            .pointed=${pointed}
            .hiddenIds=${this.hiddenIds}
          ></ws-comment>`,
      )}
    </div>`;
  }

  private readonly toggled = (event: Event) => {
    remember('comments', (event.target as HTMLDetailsElement).open ? undefined : 'closed');
  };

  private readonly withdraw = (event: CustomEvent<Comment>) => {
    const { id } = event.detail;
    this.hide(id, true);
    this.leaving.set(
      id,
      setTimeout(() => this.erase(id), UNDO_MS),
    );
    offer('The comment is deleted.', { title: 'Undo', run: () => this.keep(id) });
  };

  private keep(id: string) {
    clearTimeout(this.leaving.get(id));
    this.leaving.delete(id);
    this.hide(id, false);
  }

  private erase(id: string) {
    clearTimeout(this.leaving.get(id));
    this.leaving.delete(id);
    deleteComment(id)
      .catch(toastFailure)
      .finally(() => {
        this.list.reload();
        this.hide(id, false);
      });
  }

  private hide(id: string, hidden: boolean) {
    const next = new Set(this.hiddenIds);
    if (hidden) next.add(id);
    else next.delete(id);
    this.hiddenIds = next;
  }
}
