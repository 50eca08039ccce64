import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../ui/base.styles.js';
import { moment } from '../ui/parts.js';
import { jobBadge, jobProgress, standing } from './job-parts.js';
import type { TrainingJob } from './training.api.js';

/** The latest jobs, for the home page. */
@customElement('ws-recent-jobs')
export class RecentJobs extends LitElement {
  static override styles = [
    base,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--s1) var(--s4);
        padding: var(--s3) 20px;
        border-top: 1px solid var(--line);
      }
      h2 {
        padding: var(--s3) 20px;
      }
      li a {
        font-weight: 560;
        text-decoration: none;
      }
      li > :nth-child(even) {
        justify-self: end;
      }
      progress {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) jobs: readonly TrainingJob[] = [];

  override render() {
    return html`<section class="card flush" aria-labelledby="recent">
      <h2 id="recent">Latest training jobs</h2>
      <ul>
        ${repeat(
          this.jobs,
          (job) => job.id,
          (job) =>
            html`<li>
              <a class="truncate" href="/training/jobs/${job.id}">${job.name}</a>
              <span>${jobBadge(job)}</span>
              <span class="muted small truncate">${standing(job)}</span>
              <span class="muted small">${moment(job.createdAt)}</span>
              ${jobProgress(job)}
            </li>`,
        )}
      </ul>
    </section>`;
  }
}
