import { html, nothing } from 'lit';

interface Message {
  readonly role: string;
  readonly content: string;
}

/** A normalised example as a reader wants it: turns of a conversation, a text, or the JSON as it is. */
export function rowContent(content: unknown) {
  const { messages, text } = (content ?? {}) as { messages?: readonly Message[]; text?: string };
  if (messages !== undefined) return html`${messages.map(turn)}`;
  if (text !== undefined) return html`<p class="text">${text}</p>`;
  return html`<pre class="text">${JSON.stringify(content, null, 2)}</pre>`;
}

const turn = (message: Message) => html`
  <div class="turn" data-role=${message.role}>
    <span class="role">${message.role}</span>
    <p class="text">${message.content === '' ? nothing : message.content}</p>
  </div>
`;
