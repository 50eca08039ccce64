import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { signOut } from '../kernel/api.js';
import { ask } from '../ui/confirm.js';
import { moment, tag } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import { endOtherSessions, endSession, mySessions, type OpenSession } from './profile.api.js';

/** Where the caller is signed in. */
@customElement('ws-my-sessions')
export class MySessions extends View {
  private readonly sessions = new Task(
    this,
    () => mySessions(),
    () => [],
  );

  private readonly columns: readonly Column<OpenSession>[] = [
    {
      name: 'Device',
      kind: 'title',
      cell: (it) => html`${it.device} ${it.current ? tag('this one') : nothing}`,
    },
    { name: 'Address', cell: (it) => (it.address === '' ? '—' : it.address) },
    { name: 'Signed in', cell: (it) => moment(it.createdAt) },
    { name: 'Last used', cell: (it) => moment(it.lastUsedAt) },
    { name: 'Actions', kind: 'actions', cell: (it) => this.tools(it) },
  ];

  override render() {
    return html`<section class="card stack" aria-labelledby="sessions">
      <div class="row">
        <h2 id="sessions" class="grow">Sessions</h2>
        <button class="btn small danger" @click=${this.endOthers}>Sign out everywhere else</button>
      </div>
      ${reading(this.sessions, 'sessions', ({ items }) => table('Sessions', this.columns, items, (it) => it.id))}
    </section>`;
  }

  private tools(it: OpenSession) {
    return html`<button class="btn small" aria-label="End the session on ${it.device}" @click=${() => this.end(it)}>
      ${it.current ? 'Sign out' : 'End'}
    </button>`;
  }

  private async end(it: OpenSession) {
    try {
      if (it.current) return await signOut();
      await endSession(it.id);
      toast('The session is ended.');
      await this.sessions.run();
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private readonly endOthers = async () => {
    const text = 'Every device but this one has to sign in again.';
    if (!(await ask({ title: 'Sign out everywhere else?', text, confirm: 'Sign out', danger: true }))) return;
    try {
      const { ended } = await endOtherSessions();
      toast(ended === 1 ? 'One session is ended.' : `${ended} sessions are ended.`);
      await this.sessions.run();
    } catch (failure) {
      toastFailure(failure);
    }
  };
}
