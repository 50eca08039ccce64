import { Task } from '@lit/task';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { navigate } from '../kernel/router.js';
import { ask } from '../ui/confirm.js';
import { badge, notice, pageHeader } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import { draftOf, newDraft } from './draft.js';
import { checkInput, textInput } from './inputs.js';
import { ldapFields } from './ldap-fields.js';
import { oidcFields } from './oidc-fields.js';
import './provider-check.js';
import './provider-registration.js';
import {
  changeProvider,
  createProvider,
  deleteProvider,
  readProvider,
  type LdapSettings,
  type OidcSettings,
  type Provider,
  type ProviderRules,
  type SaveProvider,
} from './providers.api.js';
import { rulesFields } from './rules-fields.js';

const LIST = '/admin/identity-providers';

/** One identity provider: how it is asked, whether that works, and whom it lets in. */
@customElement('ws-identity-provider')
export class IdentityProvider extends View {
  static override styles = [
    ...View.styles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: var(--s3);
      }
      form {
        max-width: 52rem;
      }
    `,
  ];

  @property({ attribute: false }) providerId = '';
  @state() private draft: SaveProvider | undefined;
  @state() private secret = '';
  @state() private domains = '';
  @state() private failure: unknown;
  @state() private busy = false;

  private readonly kept = new Task(this, {
    task: async ([id], { signal }) => {
      const provider = id === 'new' ? undefined : await readProvider(id, signal);
      this.begin(provider);
      return { provider };
    },
    args: () => [this.providerId] as const,
  });

  override render() {
    return reading(this.kept, 'the identity provider', ({ provider }) =>
      this.draft === undefined ? nothing : this.page(this.draft, provider),
    );
  }

  private begin(provider: Provider | undefined) {
    this.draft =
      provider === undefined ? newDraft(this.query.get('kind') === 'ldap' ? 'ldap' : 'oidc') : draftOf(provider);
    this.domains = this.draft.rules.emailDomains.join(', ');
    this.secret = '';
    this.failure = undefined;
  }

  private page(draft: SaveProvider, provider: Provider | undefined) {
    const kind = draft.kind === 'oidc' ? 'OpenID Connect' : 'LDAP';
    const remove = html`<button class="btn danger" @click=${() => this.discard(provider)}>Delete</button>`;
    return html`<div class="stack wide">
      ${pageHeader({
        title: provider?.name ?? `Add ${kind}`,
        crumb: { href: LIST, title: 'Identity providers' },
        beside: provider === undefined ? nothing : badge(provider.enabled ? 'active' : 'disabled'),
        actions: provider === undefined ? nothing : remove,
      })}
      <form class="stack" novalidate @submit=${(event: Event) => this.save(event, provider)}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        <section class="card stack" aria-labelledby="server-heading">
          <h2 id="server-heading">${kind}</h2>
          ${this.names(draft)} ${this.settings(draft, provider)}
        </section>
        <section class="card stack" aria-labelledby="check-heading">
          <h2 id="check-heading">Check</h2>
          <ws-provider-check .draft=${this.body(draft)} .providerId=${provider?.id}></ws-provider-check>
        </section>
        ${
          draft.kind === 'ldap'
            ? nothing
            : html`<ws-provider-registration .providerId=${provider?.id ?? ''}></ws-provider-registration>`
        }
        <section class="card stack" aria-labelledby="rules-heading">
          <h2 id="rules-heading">Whom it lets in</h2>
          ${rulesFields({
            value: draft.rules,
            set: (changes) => this.setRules(changes),
            domains: this.domains,
            setDomains: (text) => (this.domains = text),
            error: this.problem,
          })}
        </section>
        ${checkInput('enabled', 'In use', 'People can sign in with it.', draft.enabled, (enabled) =>
          this.set({ enabled }),
        )}
        <div class="row">
          <button class="btn primary" ?disabled=${this.busy}>Save</button>
          <a class="btn" href=${LIST}>Cancel</a>
        </div>
      </form>
    </div>`;
  }

  private names(draft: SaveProvider) {
    return html`<div class="columns">
      ${textInput({
        id: 'name',
        label: 'Name',
        value: draft.name,
        set: (name) => this.set({ name }),
        required: true,
        error: this.problem('/name'),
      })}
      ${textInput({
        id: 'button',
        label: draft.kind === 'oidc' ? 'Text of its button' : 'What people call it',
        value: draft.rules.buttonText,
        set: (buttonText) => this.setRules({ buttonText }),
        required: true,
        placeholder: 'Sign in with Example',
        error: this.problem('/rules/buttonText'),
      })}
    </div>`;
  }

  private settings({ oidc, ldap }: SaveProvider, provider: Provider | undefined) {
    const shared = {
      secret: this.secret,
      setSecret: (secret: string) => (this.secret = secret),
      hasSecret: provider?.hasSecret ?? false,
      error: this.problem,
    };
    if (oidc !== null) {
      const set = (changes: Partial<OidcSettings>) => this.set({ oidc: { ...oidc, ...changes } });
      return oidcFields({ value: oidc, set, ...shared });
    }
    if (ldap === null) return nothing;
    const set = (changes: Partial<LdapSettings>) => this.set({ ldap: { ...ldap, ...changes } });
    return ldapFields({ value: ldap, set, ...shared });
  }

  private body(draft: SaveProvider): SaveProvider {
    return this.secret === '' ? draft : { ...draft, secret: this.secret };
  }

  private set(changes: Partial<SaveProvider>) {
    if (this.draft !== undefined) this.draft = { ...this.draft, ...changes };
  }

  private setRules(changes: Partial<ProviderRules>) {
    if (this.draft !== undefined) this.set({ rules: { ...this.draft.rules, ...changes } });
  }

  private readonly problem = (pointer: string): string | undefined =>
    this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;

  private async save(event: Event, provider: Provider | undefined) {
    event.preventDefault();
    if (this.draft === undefined) return;
    this.busy = true;
    this.failure = undefined;
    try {
      const body = this.body(this.draft);
      const saved = provider === undefined ? await createProvider(body) : await changeProvider(provider, body);
      toast(`${saved.name} is saved.`);
      if (provider === undefined) navigate(`${LIST}/${saved.id}`);
      else void this.kept.run();
    } catch (failure) {
      this.failure = failure;
      scrollTo(0, 0);
    } finally {
      this.busy = false;
    }
  }

  private async discard(provider: Provider | undefined) {
    if (provider === undefined) return;
    const text = `Nobody can sign in with ${provider.name} any more. Accounts stay, and so does who they belong to there.`;
    if (!(await ask({ title: 'Delete this identity provider?', text, confirm: 'Delete', danger: true }))) return;
    try {
      await deleteProvider(provider);
      navigate(LIST);
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
