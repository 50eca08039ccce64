import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { refresh } from '../kernel/api.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { View } from '../ui/view.js';
import { frame } from './frame.styles.js';
import './enrol-factor.js';

/** What stands before everything else where the installation asks for a second factor. */
@customElement('ws-second-factor-setup')
export class SecondFactorSetup extends View {
  static override styles = [...View.styles, frame];

  override render() {
    return html`<div class="frame">
      <img src="/favicon.svg" alt="" />
      <h1>Set up a second factor</h1>
      <p class="muted">This installation asks for a code of an authenticator app besides your password.</p>
      <div class="card"><ws-enrol-factor @enrolled=${this.enter}></ws-enrol-factor></div>
    </div>`;
  }

  private readonly enter = async () => {
    await refresh();
    await session.load();
    navigate('/');
  };
}
