import type { Task } from '@lit/task';
import { LitElement, html, nothing, type CSSResult } from 'lit';
import { router } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { base } from './base.styles.js';
import { controls } from './controls.styles.js';
import { failed, loading, type Content } from './parts.js';
import { isAbort } from '../kernel/problem.js';

/**
 * A page: it wears the shared styles, draws itself anew when the query of the address or the session changes, and names
 * the tab.
 */
export abstract class View extends LitElement {
  static override styles: CSSResult[] = [...base, ...controls];

  private readonly redraw = (event: Event) => {
    if (!(event as CustomEvent<{ path: boolean }>).detail.path) this.requestUpdate();
  };

  private openedIn = '';

  // The shell puts a new view in the place of this one when the workspace is another.
  private readonly known = () => {
    if (session.workspaceId === this.openedIn) this.requestUpdate();
  };

  override connectedCallback() {
    super.connectedCallback();
    router.addEventListener('change', this.redraw);
    this.openedIn = session.workspaceId;
    session.addEventListener('change', this.known);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    router.removeEventListener('change', this.redraw);
    session.removeEventListener('change', this.known);
  }

  protected get query(): URLSearchParams {
    return router.query;
  }

  protected name(title: string) {
    document.title = `${title} · Whetstone`;
  }
}

/** Draws a read in each of its states; while it is read again the old answer stays. */
export function reading<T>(task: Task<readonly unknown[], T>, what: string, filled: (value: T) => Content) {
  const again = () => void task.run();
  const failure = task.error !== undefined && !isAbort(task.error) ? failed(task.error, again) : nothing;
  if (task.value === undefined) return failure === nothing ? loading(what) : failure;
  return html`${failure}${filled(task.value)}`;
}
