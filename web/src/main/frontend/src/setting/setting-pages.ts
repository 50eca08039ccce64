import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { session } from '../kernel/session.js';
import { theme, type Theme } from '../kernel/theme.js';
import { pageHeader } from '../ui/parts.js';
import { View } from '../ui/view.js';
import './setting-form.js';
import type { Settings } from './settings.api.js';

/** How the person likes it, on every device. */
@customElement('ws-preferences')
export class Preferences extends View {
  override render() {
    return html`<div class="stack wide">
      ${pageHeader({ title: 'Preferences', lead: 'They are yours, on every device where you sign in.' })}
      <ws-setting-form
        path="settings"
        @saved=${(event: CustomEvent<Settings>) => this.apply(event.detail)}
      ></ws-setting-form>
    </div>`;
  }

  private apply(saved: Settings) {
    const chosen = saved.settings.find((it) => it.key === 'theme')?.value;
    if (typeof chosen === 'string' && chosen !== theme.current) theme.set(chosen as Theme);
  }
}

/** What holds for everybody in the workspace. */
@customElement('ws-workspace-settings')
export class WorkspaceSettings extends View {
  private readonly follow = () => this.requestUpdate();

  override connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.follow);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.follow);
  }

  override render() {
    const role = session.workspace?.role;
    return html`<div class="stack wide">
      ${pageHeader({ title: 'Workspace settings', lead: session.workspace?.name ?? '' })}
      <ws-setting-form
        .path=${`workspaces/${session.workspaceId}/settings`}
        ?readonly=${role !== 'owner' && role !== 'admin'}
      ></ws-setting-form>
    </div>`;
  }
}

/** What administrators can change while the installation runs. */
@customElement('ws-system-settings')
export class SystemSettings extends View {
  override render() {
    return html`<div class="stack wide">
      ${pageHeader({ title: 'Settings', lead: 'Of the whole installation. They take effect at once.' })}
      <ws-setting-form path="admin/settings"></ws-setting-form>
    </div>`;
  }
}
