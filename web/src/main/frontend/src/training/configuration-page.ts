import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveTopic } from '../kernel/live.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { ObjectRights } from '../sharing/object-rights.js';
import '../sharing/share-dialog.js';
import type { Resource } from '../sharing/shares.api.js';
import { ask } from '../ui/confirm.js';
import { icon } from '../ui/icons.js';
import { fact, moment, pageHeader } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import '../comment/comments.js';
import {
  choicesOf,
  deleteConfiguration,
  duplicateConfiguration,
  readConfiguration,
  startPath,
  type TrainingConfiguration,
} from './configurations.api.js';
import { parameterFacts } from './parameter-facts.js';
import './save-configuration.js';

/** One training configuration: what it holds, with whom it is shared, what is said about it. */
@customElement('ws-training-configuration')
export class ConfigurationPage extends View {
  @property() configurationId = '';
  @state() private sharing = false;
  @state() private editing = false;

  private readonly reader = new Task(this, {
    task: ([id], { signal }) => readConfiguration(id, signal),
    args: () => [this.configurationId] as const,
  });

  private readonly access = new ObjectRights(this, () => this.resource);

  constructor() {
    super();
    const again = throttled(() => void this.reader.run(), 1000);
    new LiveTopic(this, () => 'training_configurations', {
      onEvent: (event) => {
        if ((event.data as { id?: string } | null)?.id === this.configurationId && event.event === 'changed') again();
      },
      onRefetch: again,
    });
  }

  private get resource(): Resource | undefined {
    const it = this.reader.value;
    return it === undefined
      ? undefined
      : { type: 'training_configuration', id: it.id, name: it.name, workspaceId: it.workspaceId };
  }

  override render() {
    return html`<div class="stack wide">${reading(this.reader, 'the configuration', (it) => this.filled(it))}</div>`;
  }

  private filled(it: TrainingConfiguration) {
    this.name(it.name);
    return html`
      ${pageHeader({
        title: it.name,
        crumb: { href: '/training/configs', title: 'Training configurations' },
        ...(it.description === null ? {} : { lead: it.description }),
        actions: this.actions(it),
      })}
      ${this.access.notice()}
      <section class="card" aria-label="What is trained">
        <dl class="facts">
          ${fact('Model', this.link(`/models/${it.modelId}`, it.modelName))}
          ${fact('Dataset', it.datasetId === null ? '—' : this.link(`/datasets/${it.datasetId}`, it.datasetName ?? ''))}
          ${fact(
            'Evaluation dataset',
            it.evalDatasetId === null
              ? 'A part of the dataset'
              : this.link(`/datasets/${it.evalDatasetId}`, it.evalDatasetName ?? ''),
          )}
          ${fact('Created', moment(it.createdAt))} ${fact('Changed', moment(it.updatedAt))}
        </dl>
      </section>
      <section class="card stack" aria-labelledby="parameters">
        <h2 id="parameters">Parameters</h2>
        ${parameterFacts(it.parameters)}
      </section>
      <ws-comments resourceType="training_configuration" .resourceId=${it.id}></ws-comments>
      ${this.dialogs(it)}
    `;
  }

  /** Those of another workspace lead nowhere for whom the configuration alone is shared with. */
  private link(path: string, name: string) {
    return this.access.rights.home ? html`<a href=${path}>${name}</a>` : name;
  }

  private actions(it: TrainingConfiguration) {
    const { own, edit } = this.access.rights;
    return html`
      ${session.mayWrite ? html`<a class="btn primary" href=${startPath(it)}>${icon('play')}Start a job</a>` : nothing}
      ${edit ? html`<button class="btn" @click=${() => (this.editing = true)}>Edit</button>` : nothing}
      ${
        session.mayWrite
          ? html`<button class="btn" @click=${() => this.duplicate(it)}>${icon('copy')}Duplicate</button>`
          : nothing
      }
      ${this.access.button(() => (this.sharing = true))}
      ${own ? html`<button class="btn danger" @click=${() => this.erase(it)}>${icon('trash')}Delete</button>` : nothing}
    `;
  }

  private dialogs(it: TrainingConfiguration) {
    return html`${
      this.editing
        ? html`<ws-save-configuration
            .edited=${it}
            .content=${choicesOf(it)}
            @saved=${() => this.saved()}
            @closed=${() => (this.editing = false)}
          ></ws-save-configuration>`
        : nothing
    }
    ${
      this.sharing
        ? html`<ws-share-dialog .resource=${this.resource} @closed=${() => (this.sharing = false)}></ws-share-dialog>`
        : nothing
    }`;
  }

  private saved() {
    this.editing = false;
    toast('The configuration is saved.');
    void this.reader.run();
  }

  private async duplicate(it: TrainingConfiguration) {
    try {
      const copy = await duplicateConfiguration(it.id);
      toast(`“${copy.name}” is made.`);
      navigate(`/training/configs/${copy.id}`);
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private async erase(it: TrainingConfiguration) {
    const text = 'Jobs that began with it keep what they were told.';
    if (!(await ask({ title: `Delete “${it.name}”?`, text, confirm: 'Delete', danger: true }))) return;
    try {
      await deleteConfiguration(it);
      toast('The configuration is deleted.');
      navigate('/training/configs');
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
