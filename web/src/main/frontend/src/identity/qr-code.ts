import { LitElement, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { encode } from 'uqr';

/** A QR code, drawn here: what it says is sent to nobody. */
@customElement('ws-qr-code')
export class QrCode extends LitElement {
  static override styles = css`
    svg {
      display: block;
      width: 12rem;
      max-width: 100%;
      background: #fff;
      border-radius: 8px;
    }
  `;

  @property() text = '';
  @property() label = '';

  override render() {
    const { size, data } = encode(this.text, { ecc: 'M', border: 4 });
    const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
    return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${this.label} shape-rendering="crispEdges">
      ${svg`<path d=${path} fill="#000" />`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-qr-code': QrCode;
  }
}
