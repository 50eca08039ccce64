import { Task } from '@lit/task';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { download } from '../kernel/download.js';
import { bytes, compact, count, words } from '../kernel/format.js';
import { LiveTopic } from '../kernel/live.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { ObjectRights } from '../sharing/object-rights.js';
import '../sharing/share-dialog.js';
import type { Resource } from '../sharing/shares.api.js';
import { ask } from '../ui/confirm.js';
import { icon } from '../ui/icons.js';
import { badge, fact, moment, notice, pageHeader } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import '../comment/comments.js';
import '../ui/copy-button.js';
import './model-lineage.js';
import { deleteModel, readModel, titleOf, type Model } from './models.api.js';

const TABS = [
  ['overview', 'Overview'],
  ['comments', 'Comments'],
] as const;

/** One model: what it is, where it comes from, what was made of it, what is said. The tab stands in the address. */
@customElement('ws-model')
export class ModelPage extends View {
  static override styles = [
    ...View.styles,
    css`
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() modelId = '';
  @state() private sharing = false;

  private readonly reader = new Task(this, {
    task: ([id], { signal }) => readModel(id, signal),
    args: () => [this.modelId] as const,
  });

  private readonly access = new ObjectRights(this, () => this.resource);

  constructor() {
    super();
    const again = throttled(() => void this.reader.run(), 1000);
    new LiveTopic(this, () => 'models', { onEvent: again, onRefetch: again });
  }

  private get resource(): Resource | undefined {
    const it = this.reader.value;
    return it === undefined ? undefined : { type: 'model', id: it.id, name: titleOf(it), workspaceId: it.workspaceId };
  }

  override render() {
    return html`<div class="stack wide">${reading(this.reader, 'the model', (it) => this.filled(it))}</div>`;
  }

  private filled(it: Model) {
    this.name(titleOf(it));
    return html`
      ${pageHeader({
        title: titleOf(it),
        crumb: { href: '/models', title: 'Models' },
        beside: badge(it.status),
        lead: it.kind === 'base' ? 'Base model' : 'Adapter (LoRA) on a base model',
        actions: this.actions(it),
      })}
      ${this.access.notice()} ${it.status === 'importing' ? this.importing(it) : nothing}
      ${it.status === 'failed' ? notice('danger', it.error ?? 'The import failed.') : nothing}
      <nav class="tabs" aria-label="Parts of the model">
        ${TABS.map(
          ([tab, title]) =>
            html`<a href="/models/${it.id}?tab=${tab}" aria-current=${tab === this.tab ? 'page' : nothing}
              >${title}</a
            >`,
        )}
      </nav>
      ${
        this.tab === 'comments'
          ? html`<ws-comments resourceType="model" .resourceId=${it.id}></ws-comments>`
          : this.overview(it)
      }
      ${
        this.sharing
          ? html`<ws-share-dialog .resource=${this.resource} @closed=${() => (this.sharing = false)}></ws-share-dialog>`
          : nothing
      }
    `;
  }

  private get tab(): string {
    // A notification leads to a comment, whatever tab it stands in.
    return this.query.get('tab') ?? (this.query.has('comment') ? 'comments' : 'overview');
  }

  private overview(it: Model) {
    return html`
      <section class="card" aria-label="Facts">
        <dl class="facts">
          ${fact('Architecture', it.architecture ?? '—')} ${fact('Parameters', compact(it.parameterCount))}
          ${fact('Context', it.contextLength === null ? '—' : `${count(it.contextLength)} tokens`)}
          ${fact('Size', bytes(it.sizeBytes))} ${fact('Licence', it.licence ?? '—')}
          ${fact('Source', sourceOf(it.source))} ${fact('Name in the API', html`<code>${it.name}</code>`)}
          ${fact('Added', moment(it.createdAt))}
        </dl>
      </section>
      ${it.systemPrompt === null ? nothing : this.prompt(it.systemPrompt)}
      <ws-model-lineage .model=${it}></ws-model-lineage>
    `;
  }

  private prompt(text: string) {
    return html`<section class="card stack tight">
      <h2>System prompt</h2>
      <p class="muted small">
        All examples that it learnt from begin with it. The chat does, too; programs have to send it.
      </p>
      <code>${text}</code>
      <ws-copy-button label="Copy system prompt" .text=${() => text}></ws-copy-button>
    </section>`;
  }

  private actions(it: Model) {
    return html`
      ${
        it.status === 'ready'
          ? html`<a class="btn primary" href="/chat?model=${it.id}">${icon('chat')}Open in chat</a>`
          : nothing
      }
      ${
        it.status === 'ready' && it.kind === 'base' && session.mayWrite
          ? html`<a class="btn" href="/training/new?model=${it.id}">${icon('training')}Train on it</a>`
          : nothing
      }
      ${
        it.status === 'ready' && it.kind === 'adapter'
          ? html`<button class="btn" @click=${() => this.save(it)}>${icon('download')}Download (PEFT)</button>`
          : nothing
      }
      ${this.access.button(() => (this.sharing = true))}
      ${
        this.access.rights.own
          ? html`<button class="btn danger" @click=${() => this.erase(it)}>${icon('trash')}Delete</button>`
          : nothing
      }
    `;
  }

  private importing(it: Model) {
    return html`<div class="card stack tight" role="status">
      <p>The model is being fetched, checked and prepared for serving. You may leave this page.</p>
      ${
        it.progress == null
          ? html`<progress aria-label="Import"></progress>`
          : html`<progress max="1" .value=${it.progress} aria-label="Import"></progress>`
      }
    </div>`;
  }

  private async save(it: Model) {
    toast('The download begins.', 'info');
    await download(`models/${it.id}/download`, `${it.name}.zip`).catch(toastFailure);
  }

  private async erase(it: Model) {
    const text = `“${titleOf(it)}” and its files are deleted. This cannot be undone.`;
    if (!(await ask({ title: 'Delete this model?', text, confirm: 'Delete model', danger: true }))) return;
    try {
      await deleteModel(it);
      toast(`${titleOf(it)} is deleted.`);
      navigate('/models');
    } catch (failure) {
      toastFailure(failure);
    }
  }
}

function sourceOf(source: unknown): string {
  if (typeof source === 'string') return source;
  const it = (source ?? {}) as { type?: string; repository?: string; path?: string };
  return it.repository ?? it.path ?? words(it.type);
}
