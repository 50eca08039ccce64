import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { followTextSize } from '../kernel/text-size.js';
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
    followTextSize(saved.settings);
    if (typeof chosen === 'string' && chosen !== theme.current) theme.set(chosen as Theme);
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
