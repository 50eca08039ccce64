import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bytes, compact, count, figure } from '../kernel/format.js';
import { base } from '../ui/base.styles.js';
import { fact, notice } from '../ui/parts.js';
import { formatName } from './dataset-parts.js';
import type { Dataset } from './datasets.api.js';

/** What was found in a dataset: format, counts and lengths in tokens. */
@customElement('ws-dataset-summary')
export class DatasetSummary extends LitElement {
  static override styles = [base];

  @property({ attribute: false }) shown: Dataset | undefined;

  override render() {
    const it = this.shown;
    if (it === undefined) return nothing;
    return html`<div class="stack">
      ${
        it.invalidCount > 0
          ? notice(
              'warn',
              html`${count(it.invalidCount)} ${it.invalidCount === 1 ? 'row was' : 'rows were'} left out.
                <a href="/datasets/${it.id}?tab=problems">See why</a>`,
            )
          : nothing
      }
      <section class="card stack" aria-label="What was found">
        <dl class="facts large">
          ${fact('Format detected', formatName(it.format))} ${fact('Examples', count(it.exampleCount))}
          ${fact('Duplicates', count(it.duplicateCount))} ${fact('Size', bytes(it.sizeBytes))}
          ${fact('Version', count(it.currentVersion))} ${fact('Good for', it.methods.join(', ').toUpperCase() || '—')}
        </dl>
        ${this.lengths(it)}
      </section>
    </div>`;
  }

  private lengths(it: Dataset) {
    const statistics = it.statistics;
    const tokens = statistics?.tokens;
    if (statistics == null || tokens == null) {
      return html`<p class="muted small">Lengths in tokens are counted once a base model is there.</p>`;
    }
    return html`
      <dl class="facts">
        ${fact('Tokens in all', compact(tokens.total))} ${fact('In prompts', compact(statistics.promptTokens))}
        ${fact('In completions', compact(statistics.completionTokens))} ${fact('Shortest', count(tokens.min))}
        ${fact('Median', figure(tokens.median, 5))} ${fact('Mean', figure(tokens.mean, 4))}
        ${fact('95 % up to', count(tokens.p95))} ${fact('Longest', count(tokens.max))}
      </dl>
      <p class="muted small">Tokens as ${statistics.tokenizer ?? 'the base model'} counts them.</p>
    `;
  }
}
