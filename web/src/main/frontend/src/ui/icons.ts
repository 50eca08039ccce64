import { nothing, svg, type SVGTemplateResult, html } from 'lit';

/** Inline icons on a 24 grid, drawn with the colour of the text. */
const SHAPES = {
  home: svg`<path d="M4 11.5 12 4l8 7.5M6 10v9h4.5v-5h3v5H18v-9"/>`,
  dataset: svg`<ellipse cx="12" cy="6" rx="7.5" ry="3"/><path d="M4.5 6v6c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3V6M4.5 12v6c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-6"/>`,
  training: svg`<path d="M4 4v16h16M7 8c2 7 6 8.5 13 9"/>`,
  model: svg`<path d="m12 3 8 4.5v9L12 21l-8-4.5v-9L12 3ZM4 7.5l8 4.5 8-4.5M12 12v9"/>`,
  text: svg`<path d="M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4"/>`,
  chat: svg`<path d="M4 5h16v11H10l-4.5 4v-4H4V5Z"/>`,
  users: svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.4-3.7 3-5.5 6.5-5.5s6.1 1.8 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.900c2 .6 3.2 2.3 3.5 5.1"/>`,
  system: svg`<path d="M3 12h4l2.5-7 4.5 14 2.5-7H21"/>`,
  reference: svg`<path d="m8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  upload: svg`<path d="M12 16V4m0 0L7 9m5-5 5 5M4 15v5h16v-5"/>`,
  download: svg`<path d="M12 4v12m0 0 5-5m-5 5-5-5M4 19.500h16"/>`,
  trash: svg`<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5"/>`,
  check: svg`<path d="m5 12.5 4.5 4.500L19 7"/>`,
  copy: svg`<path d="M9 9h11v11H9zM15 9V4H4v11h5"/>`,
  warning: svg`<path d="M12 4 2.5 20h19L12 4ZM12 10v4.500M12 17v.5"/>`,
  info: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.500M12 7.500V8"/>`,
  chevron: svg`<path d="m9 6 6 6-6 6"/>`,
  down: svg`<path d="m6 9 6 6 6-6"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M5.3 18.700l1.4-1.400M17.3 6.700l1.4-1.4"/>`,
  moon: svg`<path d="M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.500Z"/>`,
  contrast: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.500v17a8.5 8.5 0 0 0 0-17Z" fill="currentColor"/>`,
  keyboard: svg`<path d="M2.5 6.500h19v11h-19zM6 10h.5M9.5 10h.5M13 10h.5M16.5 10h1M7.5 14h9"/>`,
  stop: svg`<path d="M6.5 6.500h11v11h-11z" fill="currentColor"/>`,
  send: svg`<path d="M12 20V5m0 0-6 6m6-6 6 6"/>`,
  retry: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.400L20 9M20 4v5h-5"/>`,
  split: svg`<path d="M12 20v-7M12 13 5 6m7 7 7-7M5 10.500V6h4.500M14.5 6H19v4.5"/>`,
  signOut: svg`<path d="M14 4H5v16h9M10 12h11m0 0-4-4m4 4-4 4"/>`,
  key: svg`<circle cx="8" cy="15" r="4.5"/><path d="m11.5 11.5 8-8M16 7l3 3"/>`,
  star: svg`<path d="m12 4 2.4 5.2 5.6.7-4.1 3.9 1.1 5.6-5-2.8-5 2.8 1.1-5.600L4 9.900l5.6-.7L12 4Z"/>`,
  share: svg`<circle cx="6" cy="12" r="2.5"/><circle cx="17.5" cy="5.5" r="2.5"/><circle cx="17.5" cy="18.5" r="2.5"/><path d="m8.2 10.800 7.1-4M8.2 13.200l7.1 4"/>`,
  inbox: svg`<path d="M4 13.500 6.5 5h11l2.5 8.500V19H4v-5.500ZM4 13.500h5a3 3 0 0 0 6 0h5"/>`,
  workspace: svg`<path d="M4 20V5h9v15M13 9.500h7V20M2.5 20h19M7 9h3M7 12.500h3M7 16h3M16 13h1.500M16 16.500h1.5"/>`,
  mail: svg`<path d="M3 6h18v12.500H3zM3.5 6.500 12 13l8.5-6.5"/>`,
  play: svg`<path d="m8 5 11 7-11 7V5Z"/>`,
  bell: svg`<path d="M6 10a6 6 0 0 1 12 0c0 5 2 6.500 2 6.500H4S6 15 6 10ZM10 20h4"/>`,
  activity: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.500l3.5 2"/>`,
  outbound: svg`<path d="M14 4h6v6M20 4l-9 9M17 14v6H4V7h6"/>`,
} as const;

export type IconName = keyof typeof SHAPES;

/** An icon; decoration only, unless `label` names it. */
export function icon(name: IconName, label?: string) {
  const shape: SVGTemplateResult = SHAPES[name];
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden=${label === undefined ? 'true' : nothing}
    role=${label === undefined ? nothing : 'img'}
    aria-label=${label ?? nothing}
  >
    ${shape}
  </svg>`;
}
