import { type Html, html } from '../html.ts';

/** One line weight, 3.4 on 64, round ends, no fill. */
const drawings: Readonly<Record<string, Html>> = {
  selfAssessment: html`<rect x="12" y="7" width="40" height="50" rx="6"/><path d="m20 22 4 4 7-8M38 22h7M20 40l4 4 7-8M38 40h7"/>`,
  reviewers: html`<circle cx="22" cy="22" r="8"/><circle cx="43" cy="22" r="8"/><path d="M6 52c0-11 7-16 15-16 6 0 9 2 12 6 3-4 6-6 11-6 8 0 14 5 14 16"/>`,
  table: html`<circle cx="32" cy="32" r="25"/><circle cx="32" cy="18" r="4.6"/><circle cx="20.5" cy="39" r="4.6"/><circle cx="43.5" cy="39" r="4.6"/>`,
  shield: html`<path d="M32 5c7 4.5 13 6.5 21 7v18c0 14-8 23-21 29C19 53 11 44 11 30V12c8-.5 14-2.5 21-7z"/><path d="m22 32 7.5 7.5L43 26"/>`,
  bread: html`<path d="M12 30C7 30 5 18 16 14c9-4 23-4 32 0 11 4 9 16 4 16v17a4 4 0 0 1-4 4H16a4 4 0 0 1-4-4z"/><path d="m22 27 4 9M32 25l4 9M42 25l3 8"/>`,
  person: html`<circle cx="32" cy="20" r="10"/><path d="M12 55c0-13 8-20 20-20s20 7 20 20"/>`,
  object: html`<path d="M32 6 54 18v27L32 58 10 45V18z"/><path d="M10 18l22 13 22-13M32 31v27M21 12l22 12.5"/>`,
  recycle: html`<path d="M12 30a20 20 0 0 1 35-11l5 5M52 34a20 20 0 0 1-35 11l-5-5"/><path d="M52 11v13H39M12 53V40h13"/>`,
  house: html`<path d="M7 30 32 8l25 22"/><path d="M14 25v30h36V25"/><path d="M26 55V40h12v15"/>`,
  basket: html`<path d="M7 27h50l-5 26a4 4 0 0 1-4 3H16a4 4 0 0 1-4-3z"/><path d="m18 27 9-18M46 27 37 9M24 36v11M32 36v11M40 36v11"/>`,
  hands: html`<path d="M32 27c-8-6-12-9-12-14a6 6 0 0 1 12-2 6 6 0 0 1 12 2c0 5-4 8-12 14z"/><path d="M5 35c4-3 9-3 13 0l8 7c3 3 0 7-4 5l-7-4M59 35c-4-3-9-3-13 0l-8 7c-3 3 0 7 4 5l7-4"/><path d="M5 51c7 8 19 9 27 1 8 8 20 7 27-1"/>`,
  coinCap: html`<path d="M10 10h44"/><circle cx="32" cy="38" r="19"/><path d="M25 48V28h10M25 38h8M38 48V37M38 41c1-3 3-4 6-4"/>`,
  ladder: html`<path d="M22 6 16 58M42 6l6 52M21 17h22M19.5 29h25M18 41h28"/>`,
  compass: html`<circle cx="32" cy="32" r="25"/><path d="m42 22-6 14-14 6 6-14z"/>`,
  roundTable: html`<circle cx="32" cy="32" r="13"/><path d="M24 11a22 22 0 0 1 16 0M53 24a22 22 0 0 1 0 16M40 53a22 22 0 0 1-16 0M11 40a22 22 0 0 1 0-16"/>`,
  mapPin: html`<path d="M32 59C20 43 13 35 13 25a19 19 0 0 1 38 0c0 10-7 18-19 34z"/><circle cx="32" cy="25" r="7"/>`,
  loop: html`<path d="M10 26a22 22 0 0 1 41-4M54 38a22 22 0 0 1-41 4"/><path d="m53 9-1 14-13-2M11 55l1-14 13 2"/>`,
  note: html`<rect x="5" y="16" width="54" height="32" rx="5"/><circle cx="32" cy="32" r="8"/><path d="M14 32h.1M50 32h.1"/>`,
  hand: html`<path d="M19 34V17a4 4 0 0 1 8 0v13M27 28V11a4 4 0 0 1 8 0v17M35 28V14a4 4 0 0 1 8 0v17M43 30V21a4 4 0 0 1 8 0v17c0 12-8 20-18 20-8 0-12-3-16-10L8 37c-2-4 3-8 6-4l5 6"/>`,
  pencil: html`<path d="m10 54 3-14 29-29a4 4 0 0 1 6 0l5 5a4 4 0 0 1 0 6L24 51z"/><path d="m36 17 11 11"/>`,
  magnifier: html`<circle cx="27" cy="27" r="18"/><path d="m40 40 17 17"/>`,
  sum: html`<path d="M48 18v-7H15l19 21-19 21h33v-7"/>`,
  dash: html`<circle cx="32" cy="32" r="25"/><path d="M21 32h22"/>`,
  calendar: html`<rect x="8" y="13" width="48" height="44" rx="6"/><path d="M8 27h48M21 6v13M43 6v13M20 38h.1M32 38h.1M44 38h.1M20 47h.1M32 47h.1"/>`,
  document: html`<path d="M38 6H16a4 4 0 0 0-4 4v44a4 4 0 0 0 4 4h32a4 4 0 0 0 4-4V20z"/><path d="M38 6v14h14M22 33h20M22 44h20"/>`,
  circle: html`<circle cx="32" cy="32" r="25"/><path d="M20 34c2 8 7 12 12 12s10-4 12-12"/><path d="M24 24h.1M40 24h.1"/>`,
  leaf: html`<path d="M12 52C6 26 22 9 55 9c2 32-14 48-38 42"/><path d="M8 58c6-18 15-27 29-33"/>`,
  eye: html`<path d="M4 32c7-12 16-18 28-18s21 6 28 18c-7 12-16 18-28 18S11 44 4 32z"/><circle cx="32" cy="32" r="8"/>`,
  tools: html`<path d="M40 12a13 13 0 0 0-5 17L10 54a5 5 0 0 0 7 0l24-24a13 13 0 0 0 16-16l-8 8-7-2-2-7 8-8a13 13 0 0 0-8 7z"/>`,
  clock: html`<circle cx="32" cy="32" r="25"/><path d="M32 17v16l10 7"/>`,
  letter: html`<rect x="6" y="13" width="52" height="38" rx="5"/><path d="m8 18 24 18 24-18"/>`,
  download: html`<path d="M32 8v32M20 29l12 12 12-12M10 46v7a4 4 0 0 0 4 4h36a4 4 0 0 0 4-4v-7"/>`,
  scan: html`<path d="M8 20v-8a4 4 0 0 1 4-4h8M44 8h8a4 4 0 0 1 4 4v8M56 44v8a4 4 0 0 1-4 4h-8M20 56h-8a4 4 0 0 1-4-4v-8M20 20h9v9h-9zM36 36h8v8M35 20h9v9h-9zM20 35h9v9h-9z"/>`,
  flag: html`<path d="M14 58V8c12-6 22 6 36 0v26c-14 6-24-6-36 0"/>`,
  gift: html`<rect x="9" y="28" width="46" height="28" rx="4"/><path d="M6 18h52v10H6zM32 18v38M32 18c-4-12-18-12-16-4 1 4 10 4 16 4 6 0 15 0 16-4 2-8-12-8-16 4"/>`,
  braces: html`<path d="M24 9c-10 0-8 7-8 13s-2 8-7 10c5 2 7 4 7 10s-2 13 8 13M40 9c10 0 8 7 8 13s2 8 7 10c-5 2-7 4-7 10s2 13-8 13"/>`,
  arrow: html`<path d="M10 32h44M37 15l17 17-17 17"/>`,
  bike: html`<circle cx="15" cy="42" r="11"/><circle cx="49" cy="42" r="11"/><path d="M15 42l10-20h17l7 20M25 22l9 20H15M34 42l8-20-2-7h6M20 22h9"/>`,
  book: html`<path d="M32 16c-7-6-16-7-25-6v40c9-1 18 0 25 6 7-6 16-7 25-6V10c-9-1-18 0-25 6zM32 16v40"/>`,
  cutlery: html`<path d="M20 8v48M12 8v13c0 6 4 9 8 9s8-3 8-9V8M46 56V8c-7 3-10 11-10 20 0 6 4 8 10 8"/>`,
  tick: html`<path d="m11 34 14 14 28-31"/>`,
};

/** Decoration: what it stands for is always written beside it. Nothing is drawn for an unknown name. */
export function pictogram(name: string, classes?: string): Html {
  return html`<svg class="pictogram${classes && ` ${classes}`}" viewBox="0 0 64 64" width="48" height="48" aria-hidden="true" focusable="false">${drawing(name)}</svg>`;
}

/** The lines of a pictogram, to stand in another drawing. */
export function drawing(name: string): Html | undefined {
  return Object.hasOwn(drawings, name) ? drawings[name] : undefined;
}
