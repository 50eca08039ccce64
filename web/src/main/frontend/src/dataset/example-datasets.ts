import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { count } from '../kernel/format.js';
import { navigate } from '../kernel/router.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { reading } from '../ui/view.js';
import { addExample, listExamples, type ExampleDataset } from './datasets.api.js';

/**
 * The datasets that come with the product, each to be added with one click.
 *
 * @fires added - When one was added to the workspace.
 */
@customElement('ws-example-datasets')
export class ExampleDatasets extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
        gap: var(--s4);
      }
      li {
        display: grid;
        grid-template-rows: auto 1fr auto;
        gap: var(--s2);
        text-align: start;
      }
      .btn {
        justify-self: start;
      }
    `,
  ];

  /** Names of the datasets that are in the workspace already. */
  @property({ attribute: false }) present: readonly string[] = [];
  @state() private adding: string | undefined;

  private readonly examples = new Task(this, {
    task: (_: readonly never[], { signal }) => listExamples(signal),
    args: () => [] as const,
  });

  override render() {
    return reading(
      this.examples,
      'examples',
      (examples) =>
        html`<ul>
          ${examples.map((it) => this.card(it))}
        </ul>`,
    );
  }

  private card(it: ExampleDataset) {
    const title = it.title;
    const added = it.files.every((file) => this.present.includes(file.title));
    return html`<li class="card">
      <h3>${title}</h3>
      <p class="muted">${it.description} <span class="num">${count(it.rows)} rows.</span></p>
      <button class="btn small" ?disabled=${this.adding !== undefined || added} @click=${() => this.add(it)}>
        ${icon(added ? 'check' : 'plus')}${added ? 'In this workspace' : 'Add to workspace'}
        <span class="visually-hidden">: ${title}</span>
      </button>
    </li>`;
  }

  private async add(it: ExampleDataset) {
    this.adding = it.name;
    try {
      const dataset = await addExample(it.name);
      toast(`${dataset.name} is added.`);
      this.dispatchEvent(new CustomEvent('added', { detail: dataset }));
      navigate(`/datasets/${dataset.id}`);
    } catch (failure) {
      toastFailure(failure);
    } finally {
      this.adding = undefined;
    }
  }
}
