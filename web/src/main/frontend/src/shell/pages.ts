import { html, type TemplateResult } from 'lit';
import type { IconName } from '../ui/icons.js';

export type Parameters = Readonly<Record<string, string>>;

/** A page of the application; its code is fetched when it is first opened. */
export interface PageRoute {
  readonly path: string;
  readonly title: string;
  readonly access: 'open' | 'password' | 'user' | 'admin';
  readonly load: () => Promise<unknown>;
  readonly render: (parameters: Parameters) => TemplateResult;
}

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
  {
    path: '/training',
    title: 'Training',
    access: 'user',
    load: () => import('../training/training-jobs.js'),
    render: () => html`<ws-training-jobs></ws-training-jobs>`,
  },
  {
    path: '/training/new',
    title: 'New training job',
    access: 'user',
    load: () => import('../training/new-training-job.js'),
    render: () => html`<ws-new-training-job></ws-new-training-job>`,
  },
  {
    path: '/training/jobs/:id',
    title: 'Training job',
    access: 'user',
    load: () => import('../training/training-job.js'),
    render: ({ id }) => html`<ws-training-job .jobId=${id ?? ''}></ws-training-job>`,
  },
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
    load: () => import('../chat/chat.js'),
    render: () => html`<ws-chat></ws-chat>`,
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
];

export interface NavItem {
  readonly href: string;
  readonly title: string;
  readonly icon: IconName;
  readonly keys: string;
}

/** The sidebar, the palette and the keys are made from this one list. */
export const NAVIGATION: readonly { title: string; admin: boolean; items: readonly NavItem[] }[] = [
  {
    title: 'Work',
    admin: false,
    items: [
      { href: '/', title: 'Home', icon: 'home', keys: 'g h' },
      { href: '/datasets', title: 'Datasets', icon: 'dataset', keys: 'g d' },
      { href: '/training', title: 'Training', icon: 'training', keys: 'g t' },
      { href: '/models', title: 'Models', icon: 'model', keys: 'g m' },
      { href: '/chat', title: 'Chat', icon: 'chat', keys: 'g c' },
      { href: '/activity', title: 'Activity', icon: 'activity', keys: 'g a' },
    ],
  },
  {
    title: 'Administration',
    admin: true,
    items: [
      { href: '/admin/users', title: 'Users', icon: 'users', keys: 'g u' },
      { href: '/admin/system', title: 'System status', icon: 'system', keys: 'g s' },
    ],
  },
  {
    title: 'Developers',
    admin: false,
    items: [{ href: '/api-reference', title: 'API reference', icon: 'reference', keys: 'g r' }],
  },
];
