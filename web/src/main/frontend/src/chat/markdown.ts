import DOMPurify from 'dompurify';
import { Marked } from 'marked';

/** The one place where text becomes HTML: raw HTML in an answer is shown as text, the rest is purified. */
const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ text, href }) => escape(text === '' ? href : text),
    code: ({ text, lang }) => codeBlock(text, lang ?? ''),
    table(token) {
      const row = (cells: string[]) => `<tr>${cells.join('')}</tr>`;
      const head = token.header.map((cell) => `<th scope="col">${this.parser.parseInline(cell.tokens)}</th>`);
      const body = token.rows.map((cells) =>
        row(cells.map((cell) => `<td>${this.parser.parseInline(cell.tokens)}</td>`)),
      );
      return `<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead>${row(head)}</thead><tbody>${body.join('')}</tbody></table></div>`;
    },
  },
});

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer nofollow');
});

/** Where links of others may lead: pages, letters, and places of this installation. */
const LINKS = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i;

export function markdown(text: string) {
  const html = marked.parse(text, { async: false });
  return DOMPurify.sanitize(html, {
    RETURN_TRUSTED_TYPE: true,
    ALLOWED_URI_REGEXP: LINKS,
    FORBID_ATTR: ['style'],
    FORBID_TAGS: ['style', 'form', 'input'],
  });
}

function codeBlock(text: string, language: string): string {
  const title = escape(language.split(/\s/)[0] ?? '');
  return `<div class="code"><div class="bar"><span>${title}</span><button type="button" class="copy">Copy</button></div><pre tabindex="0"><code>${escape(text)}</code></pre></div>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
