import { html, type TemplateResult } from 'lit';
import { TRAINING_PAGES } from './training-pages.js';

export type Parameters = Readonly<Record<string, string>>;

/** A page of the application; its code is fetched when it is first opened. */
export interface PageRoute {
  readonly path: string;
  readonly title: string;
  readonly access: 'open' | 'password' | 'user' | 'admin';
  /** An open page that somebody who is signed in may open as well, such as a link from a mail. */
  readonly always?: boolean;
  /** Pages of one name are one view, which follows the address: what it is doing goes on. */
  readonly stays?: string;
  readonly load: () => Promise<unknown>;
  readonly render: (parameters: Parameters) => TemplateResult;
}

const chat = ({ id }: Parameters) => html`<ws-chat .conversationId=${id ?? ''}></ws-chat>`;

export const PAGES: readonly PageRoute[] = [
  {
    path: '/',
    title: 'Home',
    access: 'user',
    load: () => import('../home/home.js'),
    render: () => html`<ws-home></ws-home>`,
  },
  {
    path: '/datasets',
    title: 'Datasets',
    access: 'user',
    load: () => import('../dataset/datasets.js'),
    render: () => html`<ws-datasets></ws-datasets>`,
  },
  {
    path: '/datasets/:id',
    title: 'Dataset',
    access: 'user',
    load: () => import('../dataset/dataset-page.js'),
    render: ({ id }) => html`<ws-dataset .datasetId=${id ?? ''}></ws-dataset>`,
  },
  ...TRAINING_PAGES,
  {
    path: '/models',
    title: 'Models',
    access: 'user',
    load: () => import('../model/models.js'),
    render: () => html`<ws-models></ws-models>`,
  },
  {
    path: '/models/:id',
    title: 'Model',
    access: 'user',
    load: () => import('../model/model-page.js'),
    render: ({ id }) => html`<ws-model .modelId=${id ?? ''}></ws-model>`,
  },
  {
    path: '/chat',
    title: 'Chat',
    access: 'user',
    stays: 'chat',
    load: () => import('../chat/chat.js'),
    render: chat,
  },
  {
    path: '/chat/:id',
    title: 'Chat',
    access: 'user',
    stays: 'chat',
    load: () => import('../chat/chat.js'),
    render: chat,
  },
  {
    path: '/admin/users',
    title: 'Users',
    access: 'admin',
    load: () => import('../identity/users.js'),
    render: () => html`<ws-users></ws-users>`,
  },
  {
    path: '/admin/system',
    title: 'System status',
    access: 'admin',
    load: () => import('../system/system-status.js'),
    render: () => html`<ws-system-status></ws-system-status>`,
  },
  {
    path: '/settings/secrets',
    title: 'Secrets',
    access: 'user',
    load: () => import('../secret/secrets.js'),
    render: () => html`<ws-secrets owner="person"></ws-secrets>`,
  },
  {
    path: '/settings/secrets/workspace',
    title: 'Secrets of the workspace',
    access: 'user',
    load: () => import('../secret/secrets.js'),
    render: () => html`<ws-secrets owner="workspace"></ws-secrets>`,
  },
  {
    path: '/admin/outbound',
    title: 'Outbound',
    access: 'admin',
    load: () => import('../outbound/outbound-rules.js'),
    render: () => html`<ws-outbound-rules></ws-outbound-rules>`,
  },
  {
    path: '/api-reference',
    title: 'API reference',
    access: 'user',
    load: () => import('../reference/api-reference.js'),
    render: () => html`<ws-api-reference></ws-api-reference>`,
  },
  {
    path: '/sign-in',
    title: 'Sign in',
    access: 'open',
    load: () => import('../identity/sign-in.js'),
    render: () => html`<ws-sign-in></ws-sign-in>`,
  },
  {
    path: '/password',
    title: 'Change password',
    access: 'password',
    load: () => import('../identity/change-password.js'),
    render: () => html`<ws-change-password></ws-change-password>`,
  },
  {
    path: '/admin/audit',
    title: 'Audit log',
    access: 'admin',
    load: () => import('../audit/audit-log.js'),
    render: () => html`<ws-audit-log></ws-audit-log>`,
  },
  {
    path: '/admin/settings',
    title: 'Settings',
    access: 'admin',
    load: () => import('../setting/setting-pages.js'),
    render: () => html`<ws-system-settings></ws-system-settings>`,
  },
  {
    path: '/admin/flags',
    title: 'Feature flags',
    access: 'admin',
    load: () => import('../flag/flags.js'),
    render: () => html`<ws-flags></ws-flags>`,
  },
  {
    path: '/settings/preferences',
    title: 'Preferences',
    access: 'user',
    load: () => import('../setting/setting-pages.js'),
    render: () => html`<ws-preferences></ws-preferences>`,
  },
  {
    path: '/forgot-password',
    title: 'Forgot password',
    access: 'open',
    load: () => import('../identity/forgot-password.js'),
    render: () => html`<ws-forgot-password></ws-forgot-password>`,
  },
  {
    path: '/register',
    title: 'Register',
    access: 'open',
    load: () => import('../identity/register.js'),
    render: () => html`<ws-register></ws-register>`,
  },
  {
    path: '/accept-invitation',
    title: 'Open your account',
    access: 'open',
    always: true,
    load: () => import('../identity/accept-invitation.js'),
    render: () => html`<ws-accept-invitation></ws-accept-invitation>`,
  },
  {
    path: '/reset-password',
    title: 'New password',
    access: 'open',
    always: true,
    load: () => import('../identity/reset-password.js'),
    render: () => html`<ws-reset-password></ws-reset-password>`,
  },
  {
    path: '/confirm-email',
    title: 'Confirm your address',
    access: 'open',
    always: true,
    load: () => import('../identity/confirm-email.js'),
    render: () => html`<ws-confirm-email></ws-confirm-email>`,
  },
  {
    path: '/second-factor',
    title: 'Second factor',
    access: 'user',
    load: () => import('../identity/second-factor-setup.js'),
    render: () => html`<ws-second-factor-setup></ws-second-factor-setup>`,
  },
  {
    path: '/profile',
    title: 'Profile & security',
    access: 'user',
    load: () => import('../identity/profile.js'),
    render: () => html`<ws-profile></ws-profile>`,
  },
  {
    path: '/admin/identity-providers',
    title: 'Identity providers',
    access: 'admin',
    load: () => import('../sso/identity-providers.js'),
    render: () => html`<ws-identity-providers></ws-identity-providers>`,
  },
  {
    path: '/admin/identity-providers/:id',
    title: 'Identity provider',
    access: 'admin',
    load: () => import('../sso/identity-provider.js'),
    render: ({ id }) => html`<ws-identity-provider .providerId=${id ?? ''}></ws-identity-provider>`,
  },
  {
    path: '/workspace',
    title: 'Workspace',
    access: 'user',
    load: () => import('../workspace/workspace-page.js'),
    render: () => html`<ws-workspace></ws-workspace>`,
  },
  {
    path: '/invitations',
    title: 'Invitations',
    access: 'user',
    load: () => import('../workspace/received-invitations.js'),
    render: () => html`<ws-received-invitations></ws-received-invitations>`,
  },
  {
    path: '/shared',
    title: 'Shared with me',
    access: 'user',
    load: () => import('../sharing/shared-with-me.js'),
    render: () => html`<ws-shared-with-me></ws-shared-with-me>`,
  },
  {
    path: '/settings/api-keys',
    title: 'API keys',
    access: 'user',
    load: () => import('../apikey/api-keys.js'),
    render: () => html`<ws-api-keys></ws-api-keys>`,
  },
  {
    path: '/activity',
    title: 'Activity',
    access: 'user',
    load: () => import('../activity/activity.js'),
    render: () => html`<ws-activity></ws-activity>`,
  },
  {
    path: '/notifications',
    title: 'Notifications',
    access: 'user',
    load: () => import('../notification/notifications.js'),
    render: () => html`<ws-notifications></ws-notifications>`,
  },
  {
    path: '/admin/workspaces',
    title: 'Workspaces',
    access: 'admin',
    load: () => import('../workspace/all-workspaces.js'),
    render: () => html`<ws-all-workspaces></ws-all-workspaces>`,
  },
];

/** Where a page went that had another address once: links to it are kept in mails and bookmarks. */
export const MOVED: Readonly<Record<string, string>> = { '/settings/workspace': '/workspace?tab=settings' };
