import { html } from 'lit';
import type { PageRoute } from './pages.js';

export const TRAINING_PAGES: readonly PageRoute[] = [
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
    path: '/training/configs',
    title: 'Training configurations',
    access: 'user',
    load: () => import('../training/configurations.js'),
    render: () => html`<ws-training-configurations></ws-training-configurations>`,
  },
  {
    path: '/training/configs/:id',
    title: 'Training configuration',
    access: 'user',
    load: () => import('../training/configuration-page.js'),
    render: ({ id }) => html`<ws-training-configuration .configurationId=${id ?? ''}></ws-training-configuration>`,
  },
];
