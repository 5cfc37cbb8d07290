import { type Html, html } from '../../html.ts';

/** Someone seen from the front: a head over shoulders, as in the mark. */
function person(x: number, y: number, look: 'first' | 'second' | 'third'): Html {
  return html`<g class="scene__${look}"><circle cx="${x}" cy="${y}" r="9"/><path d="M${x - 17} ${y + 34}c0-15 6-22 17-22s17 7 17 22z"/></g>`;
}

/** A sheet with three lines, of which the first ones have a tick. */
function sheet(x: number, y: number, ticked: number): Html {
  const line = (row: number) => y + 14 + row * 12;
  return html`<rect class="scene__paper" x="${x}" y="${y}" width="40" height="52" rx="4"/>
  ${[0, 1, 2].map((row) => html`<path class="scene__line" d="M${x + 17} ${line(row)}h15"/>${row < ticked && html`<path class="scene__tick" d="m${x + 6} ${line(row)} 2.5 3 5-6"/>`}`)}`;
}

/** Heads around a table, seen from above: the middle of each. */
const seats = [
  [80, 12],
  [118, 40],
  [104, 84],
  [56, 84],
  [42, 40],
] as const;
const looks = ['first', 'second', 'third', 'first', 'second'] as const;

/** The steps of an application as small drawings on a field of 160 by 104; their colours come from the style sheet. */
const pictures = {
  assess: html`${person(44, 34, 'first')}${sheet(84, 24, 2)}<path class="scene__pen" d="m132 40 10-10 6 6-10 10-8 2z"/>`,
  screen: html`${sheet(52, 24, 3)}<circle class="scene__glass" cx="100" cy="56" r="18"/><path class="scene__handle" d="m113 69 14 14"/>`,
  review: html`${person(34, 32, 'second')}${person(126, 32, 'third')}<path class="scene__wall" d="M80 12v80"/>
  <rect class="scene__paper" x="52" y="44" width="18" height="24" rx="3"/><path class="scene__line" d="M57 53h8M57 60h8"/>
  <rect class="scene__paper" x="90" y="44" width="18" height="24" rx="3"/><path class="scene__line" d="M95 53h8M95 60h8"/>`,
  decide: html`<circle class="scene__table" cx="80" cy="50" r="24"/><path class="scene__tick" d="m70 50 7 8 13-16"/>
  ${seats.map(([x, y], at) => html`<circle class="scene__${looks[at] ?? 'first'}" cx="${x}" cy="${y}" r="9"/>`)}`,
  sign: html`<rect class="scene__paper" x="34" y="18" width="92" height="66" rx="5"/><path class="scene__line" d="M50 36h44M50 47h30"/>
  <path class="scene__pen" d="M50 68c6-8 10 6 15-1s8-6 11 0 8 2 14-3"/>
  <path class="scene__first" d="M112 44a14 14 0 0 1 11 23l-11 15-11-15a14 14 0 0 1 11-23z"/><path class="scene__onpin" d="m106 58 4.5 4.5 8-9"/>`,
  follow: html`<rect class="scene__paper" x="44" y="22" width="72" height="62" rx="6"/><path class="scene__line" d="M44 40h72M62 14v16M98 14v16"/>
  ${[0, 1, 2, 3, 4, 5, 6, 7].map((day) => html`<circle class="scene__${day === 5 ? 'second' : 'day'}" cx="${58 + (day % 4) * 15}" cy="${54 + Math.floor(day / 4) * 16}" r="4.5"/>`)}`,
} as const;

/** What can be drawn. */
export type WayStep = keyof typeof pictures;

/** The drawing of a step; its text stands beside it, so it says nothing by itself. */
export function wayPicture(step: WayStep): Html {
  return html`<svg class="scene" viewBox="0 0 160 104" aria-hidden="true" focusable="false">${pictures[step]}</svg>`;
}
