import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { router } from '../kernel/router.js';
import '../ui/line-dialog.js';
import { PagedList } from '../ui/paged-list.js';
import { badge, empty, moment, pageHeader } from '../ui/parts.js';
import { searchBox } from '../ui/search-box.js';
import { table, type Column } from '../ui/table.js';
import { toast } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import { changePlan, listAllWorkspaces, type AnyWorkspace } from './all-workspaces.api.js';

/** Every workspace of the installation and its plan. What is in it stays its members'. */
@customElement('ws-all-workspaces')
export class AllWorkspaces extends View {
  @state() private changing: AnyWorkspace | undefined;

  private readonly workspaces = new PagedList<AnyWorkspace>(
    this,
    (query, signal) => listAllWorkspaces(this.text === '' ? query : { ...query, q: this.text }, signal),
    () => [this.text],
  );

  private readonly columns: readonly Column<AnyWorkspace>[] = [
    {
      name: 'Name',
      kind: 'title',
      cell: (it) => html`${it.name} ${it.archivedAt === null ? nothing : badge('disabled', 'Archived')}`,
    },
    { name: 'Kind', cell: (it) => (it.kind === 'team' ? 'Team' : 'Personal') },
    { name: 'Members', kind: 'end', cell: (it) => String(it.members) },
    { name: 'Plan', cell: (it) => it.plan },
    { name: 'Made', cell: (it) => moment(it.createdAt) },
    {
      name: 'Actions',
      kind: 'actions',
      cell: (it) =>
        html`<button class="btn small" aria-label="Change the plan of ${it.name}" @click=${() => (this.changing = it)}>
          Change plan
        </button>`,
    },
  ];

  private get text(): string {
    return this.query.get('text') ?? '';
  }

  override render() {
    return html`<div class="stack wide">
        ${pageHeader({
          title: 'Workspaces',
          lead: 'Feature flags can depend on the plan of a workspace. What is in a workspace is for its members only.',
        })}
        <div class="row">${searchBox('Search workspaces', this.text, (text) => router.setQuery({ text }))}</div>
        ${this.workspaces.render(
          'workspaces',
          (items) => html`<div class="card flush">${table('Workspaces', this.columns, items, (it) => it.id)}</div>`,
          () => html`<div class="card">${empty('workspace', 'Nothing found', 'No workspace is called so.')}</div>`,
        )}
      </div>
      ${this.changing === undefined ? nothing : this.planDialog(this.changing)}`;
  }

  private planDialog(it: AnyWorkspace) {
    return html`<ws-line-dialog
      heading="Plan of ${it.name}"
      name="plan"
      label="Plan"
      hint="A name of your own, such as standard or research. The rules of feature flags use it."
      .value=${it.plan}
      .maxLength=${64}
      action="Change plan"
      .send=${async (plan: string) => this.changed(await changePlan(it, plan))}
      @closed=${() => (this.changing = undefined)}
    ></ws-line-dialog>`;
  }

  private changed(it: AnyWorkspace) {
    this.changing = undefined;
    this.workspaces.replace(it, (other) => other.id === it.id);
    toast(`${it.name} is on the plan ${it.plan}.`);
  }
}
