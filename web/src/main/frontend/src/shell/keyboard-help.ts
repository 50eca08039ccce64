import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { actions, type Action } from '../kernel/actions.js';
import { base } from '../ui/base.styles.js';
import '../ui/dialog.js';
import { allowed } from './shell-actions.js';

/** `g d` → `G then D`, `mod+k` → `Ctrl K`. */
export const keysOf = (keys: string): string =>
  keys.startsWith('mod+') ? `Ctrl ${keys.slice(4).toUpperCase()}` : keys.toUpperCase().split(' ').join(' then ');

/**
 * The keys that work here, from the registry of actions.
 *
 * @fires closed - When it was closed.
 */
@customElement('ws-keyboard-help')
export class KeyboardHelp extends LitElement {
  static override styles = [
    base,
    css`
      .groups {
        columns: 2 14rem;
        column-gap: var(--s6);
      }
      section {
        break-inside: avoid;
        padding-bottom: var(--s4);
      }
      h3 {
        color: var(--text-2);
        padding-bottom: 4px;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: var(--s3);
        padding: 3px 0;
      }
      kbd {
        font: 0.75rem/1.5 var(--font);
        padding: 0 6px;
        border: 1px solid var(--line);
        border-radius: 4px;
        background: var(--sunken);
        white-space: nowrap;
      }
      ws-dialog {
        --dialog-width: 44rem;
      }
    `,
  ];

  override render() {
    return html`<ws-dialog
      heading="Keyboard shortcuts"
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <div class="groups">
        ${grouped().map(
          ([group, members]) =>
            html`<section>
              <h3>${group}</h3>
              <dl>
                ${members.map(
                  (action) =>
                    html`<div>
                      <dt>${action.title}</dt>
                      <dd><kbd>${keysOf(action.keys ?? '')}</kbd></dd>
                    </div>`,
                )}
              </dl>
            </section>`,
        )}
      </div>
      <p slot="actions" class="muted small">Keys rest while you type.</p>
    </ws-dialog>`;
  }
}

function grouped(): [string, Action[]][] {
  const groups = new Map<string, Action[]>();
  for (const action of actions.list()) {
    if (action.keys === undefined || !allowed(action)) continue;
    groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  }
  return [...groups];
}
