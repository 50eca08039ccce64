import { Task } from '@lit/task';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LiveTopic } from '../kernel/live.js';
import { router } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, pageHeader } from '../ui/parts.js';
import { View } from '../ui/view.js';
import { listActivity, listMembers, type Activity } from './activity.api.js';
import { deed, linkOf } from './sentences.js';

const KINDS = [
  ['', 'Everything'],
  ['dataset', 'Datasets'],
  ['training_job', 'Training jobs'],
  ['model', 'Models'],
  ['share', 'Sharing'],
  ['comment', 'Comments'],
  ['member', 'Members'],
  ['workspace', 'Workspace'],
] as const;

/** What people did in the workspace, live. Person and kind stand in the address. */
@customElement('ws-activity')
export class ActivityPage extends View {
  static override styles = [
    ...View.styles,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3);
      }
      .filters .field {
        flex: 0 1 14rem;
      }
      li {
        padding: var(--s3) var(--s4);
        overflow-wrap: anywhere;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
    `,
  ];

  private readonly members = new Task(this, {
    task: ([id], { signal }) => listMembers(id, signal),
    args: () => [session.workspaceId] as const,
  });

  private readonly list = new PagedList<Activity>(
    this,
    (query, signal) => listActivity({ ...query, person: this.chosen('person'), kind: this.chosen('kind') }, signal),
    () => [this.chosen('person'), this.chosen('kind')],
  );

  constructor() {
    super();
    const again = throttled(() => this.list.reload(), 1000);
    new LiveTopic(this, () => 'activity', { onEvent: again, onRefetch: again });
  }

  private chosen(name: string): string {
    return this.query.get(name) ?? '';
  }

  override render() {
    const people = (this.members.value ?? []).map((it) => [it.userId, it.displayName] as const);
    return html`<div class="stack wide">
      ${pageHeader({ title: 'Activity', lead: `What people did in ${session.workspace?.name ?? 'this workspace'}.` })}
      <div class="filters">
        ${this.filter('person', 'Person', [['', 'Everybody'], ...people])} ${this.filter('kind', 'Kind', KINDS)}
      </div>
      ${this.list.render(
        'activity',
        (items) =>
          html`<div class="card flush">
            <ul aria-label="Activity">
              ${repeat(
                items,
                (it) => it.id,
                (it) => html`<li>${sentence(it)} <span class="small muted">${moment(it.at)}</span></li>`,
              )}
            </ul>
          </div>`,
        () => html`<div class="card">${this.none()}</div>`,
      )}
    </div>`;
  }

  private filter(name: string, title: string, choices: readonly (readonly [string, string])[]) {
    return html`<div class="field">
      <label for=${name}>${title}</label>
      <select
        id=${name}
        @change=${(event: Event) => router.setQuery({ [name]: (event.target as HTMLSelectElement).value })}
      >
        ${choices.map(
          ([value, text]) => html`<option value=${value} ?selected=${value === this.chosen(name)}>${text}</option>`,
        )}
      </select>
    </div>`;
  }

  private none() {
    return this.chosen('person') === '' && this.chosen('kind') === ''
      ? empty(
          'activity',
          'Nothing has happened yet',
          'What people create, change, share, discuss and train shows here.',
        )
      : empty('activity', 'Nothing like that', 'Choose another person or kind.');
  }
}

function sentence(it: Activity) {
  const link = linkOf(it);
  const thing =
    link === undefined ? html`<strong>${it.subjectName}</strong>` : html`<a href=${link}>${it.subjectName}</a>`;
  return html`<strong>${it.actorName === '' ? 'The system' : it.actorName}</strong> ${deed(it)}
    ${it.subjectName === '' ? nothing : thing}`;
}
