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
  key_ending: 'An API key of mine ends in 14 days, ends in 3 days, or has ended',
};

/** What the person wants to be told of. */
@customElement('ws-notification-preferences')
export class NotificationPreferences extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s4);
      }
      legend {
        font-weight: 400;
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
      <p class="small muted">Mail goes out only where this installation has a mail server.</p>
    </section>`;
  }

  private choice(it: Preference) {
    return html`<fieldset>
      <legend>${TITLES[it.kind] ?? it.kind}</legend>
      ${this.box(it, 'inApp', 'Here')} ${this.box(it, 'mail', 'By mail')}
    </fieldset>`;
  }

  private box(it: Preference, way: 'inApp' | 'mail', title: string) {
    return html`<label class="check">
      <input type="checkbox" .checked=${it[way]} @change=${(event: Event) => this.set(it, way, event)} />
      ${title}
    </label>`;
  }

  private async set(it: Preference, way: 'inApp' | 'mail', event: Event) {
    const box = event.target as HTMLInputElement;
    try {
      await setPreference({ ...it, [way]: box.checked });
      await this.reader.run();
    } catch (failure) {
      box.checked = !box.checked;
      toastFailure(failure);
    }
  }
}
