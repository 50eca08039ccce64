import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { empty } from '../ui/parts.js';
import { View } from '../ui/view.js';

/** An address that leads nowhere. */
@customElement('ws-not-found')
export class NotFound extends View {
  override render() {
    return html`<h1 class="visually-hidden">Page not found</h1>
      ${empty(
        'search',
        'There is no page at this address',
        'It may have been deleted, or the link is mistyped.',
        html`<a class="btn" href="/">Go home</a>`,
      )}`;
  }
}
