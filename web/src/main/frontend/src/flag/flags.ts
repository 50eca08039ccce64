import { Task } from '@lit/task';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { count } from '../kernel/format.js';
import { badge, empty, notice, pageHeader, tag } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import {
  addRule,
  changeRule,
  listFlags,
  reachOf,
  removeRule,
  type Flag,
  type FlagRule,
  type Reach,
  type RuleBody,
} from './flags.api.js';

/** The features that can be switched, their rules, and who gets them. */
@customElement('ws-flags')
export class Flags extends View {
  static override styles = [
    ...View.styles,
    css`
      ul {
        list-style: none;
        padding: 0;
        margin: 0;
        display: grid;
        gap: var(--s2);
      }
      li,
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
      }
      form select,
      form input {
        width: auto;
      }
      li .grow {
        flex: 1;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private reached: Readonly<Record<string, Reach>> = {};

  private readonly flags = new Task(this, {
    task: (_: readonly never[], { signal }) => listFlags(signal),
    args: () => [] as const,
  });

  override render() {
    return html`<div class="stack wide">
      ${pageHeader({
        title: 'Feature flags',
        lead: 'A rule for a person outweighs one for a plan, and that one a part of all.',
      })}
      ${reading(this.flags, 'feature flags', (page) =>
        page.items.length === 0
          ? html`<div class="card">${empty('info', 'No flags', 'No feature can be switched in this version.')}</div>`
          : html`${page.items.map((flag) => this.flag(flag))}`,
      )}
    </div>`;
  }

  private flag(flag: Flag) {
    const reach = this.reached[flag.key];
    return html`<section class="card stack" aria-labelledby=${flag.key}>
      <div class="row">
        <h2 id=${flag.key}>${flag.key}</h2>
        ${badge(flag.fallback ? 'active' : 'disabled', flag.fallback ? 'On by default' : 'Off by default')}
        ${tag(flag.owner)}
      </div>
      <p>${flag.description}</p>
      ${
        flag.rules.length === 0
          ? html`<p class="muted">No rules: the default holds for everybody.</p>`
          : html`<ul aria-label="Rules of ${flag.key}">
              ${flag.rules.map((rule) => this.rule(flag, rule))}
            </ul>`
      }
      ${this.form(flag)}
      <div class="row">
        <button class="btn small" aria-label="Who gets ${flag.key}" @click=${() => this.preview(flag)}>
          Who gets it
        </button>
      </div>
      ${reach === undefined ? nothing : preview(reach)}
    </section>`;
  }

  private rule(flag: Flag, rule: FlagRule) {
    const name = describe(rule);
    return html`<li>
      <span class="grow">${name}</span>
      ${badge(rule.enabled ? 'active' : 'disabled', rule.enabled ? 'On' : 'Off')}
      <button
        class="btn small"
        aria-label="Switch ${rule.enabled ? 'off' : 'on'} for ${name}"
        @click=${() => this.run(() => changeRule(flag.key, rule, { ...bodyOf(rule), enabled: !rule.enabled }))}
      >
        Switch ${rule.enabled ? 'off' : 'on'}
      </button>
      <button
        class="btn small danger"
        aria-label="Remove the rule for ${name}"
        @click=${() => this.run(() => removeRule(flag.key, rule))}
      >
        Remove
      </button>
    </li>`;
  }

  private form(flag: Flag) {
    return html`<form @submit=${(event: SubmitEvent) => this.add(event, flag)}>
      <select name="kind" aria-label="Kind of the new rule of ${flag.key}">
        <option value="percentage">Part of all, in percent</option>
        <option value="user">Person, by id</option>
        <option value="plan">Plan, by name</option>
      </select>
      <input name="target" required maxlength="64" aria-label="Target of the new rule of ${flag.key}" />
      <select name="enabled" aria-label="State of the new rule of ${flag.key}">
        <option value="on">On</option>
        <option value="off">Off</option>
      </select>
      <button class="btn">Add rule</button>
    </form>`;
  }

  private add(event: SubmitEvent, flag: Flag) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const body: RuleBody = {
      kind: data.get('kind') as RuleBody['kind'],
      target: data.get('target') as string,
      enabled: data.get('enabled') === 'on',
    };
    void this.run(async () => {
      await addRule(flag.key, body);
      form.reset();
    });
  }

  private async run(change: () => Promise<unknown>) {
    try {
      await change();
      this.reached = {};
      await this.flags.run();
      toast('The rules are changed.');
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private async preview(flag: Flag) {
    try {
      this.reached = { ...this.reached, [flag.key]: await reachOf(flag.key) };
    } catch (failure) {
      toastFailure(failure);
    }
  }
}

const bodyOf = ({ kind, target, enabled }: FlagRule): RuleBody => ({ kind, target, enabled });

const describe = (rule: FlagRule): string =>
  rule.kind === 'percentage' ? `${rule.target} % of all` : `${rule.kind} ${rule.target}`;

const preview = (it: Reach) =>
  notice(
    'info',
    html`<p>${count(it.on)} of ${count(it.asked)} people have it.</p>
      <p class="small">
        ${it.people.map((person) => person.email).join(', ')}${it.on > it.people.length ? ' …' : ''}
      </p>`,
  );
