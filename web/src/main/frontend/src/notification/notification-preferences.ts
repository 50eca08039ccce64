import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { toastFailure } from '../ui/toasts.js';
import { reading } from '../ui/view.js';
import { listPreferences, setPreference, type Preference } from './notifications.api.js';

const TITLES: Record<string, string> = {
  mention: 'Somebody mentions me in a comment',
  reply: 'Somebody replies to my comment',
  object_shared: 'Somebody shares something with me',
  invitation: 'I am invited to a workspace, or my invitation is answered',
  training_completed: 'A training job of mine has finished',
  training_failed: 'A training job of mine has failed',
};

/** What the person wants to be told of. */
@customElement('ws-notification-preferences')
export class NotificationPreferences extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .check {
        min-height: 32px;
      }
    `,
  ];

  private readonly reader = new Task(this, {
    task: (_, { signal }) => listPreferences(signal),
    args: () => [] as const,
  });

  override render() {
    return html`<section class="card stack tight" aria-labelledby="preferences">
      <h2 id="preferences">Tell me when</h2>
      ${reading(this.reader, 'the preferences', (all) => html`${all.map((it) => this.choice(it))}`)}
    </section>`;
  }

  private choice(it: Preference) {
    return html`<label class="check">
      <input type="checkbox" .checked=${it.inApp} @change=${(event: Event) => this.set(it, event)} />
      ${TITLES[it.kind] ?? it.kind}
    </label>`;
  }

  private async set(it: Preference, event: Event) {
    const box = event.target as HTMLInputElement;
    try {
      await setPreference(it.kind, box.checked);
    } catch (failure) {
      box.checked = !box.checked;
      toastFailure(failure);
    }
  }
}
