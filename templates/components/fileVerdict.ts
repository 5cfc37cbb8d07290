import type { StaffVerdict } from '../../src/web/views/verdict.view.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { criterionLinks } from './explained.ts';
import { pill } from './pill.ts';

/** What the rules say of the settled levels: of the organisation, then of each offer. */
export function fileVerdict(frame: Frame, { organisation, offers }: StaffVerdict, name: string): Html {
  return html`<ul class="cards">${[{ ...organisation, name }, ...offers].map((scope) => scopeVerdict(frame, scope))}</ul>`;
}

function scopeVerdict(
  frame: Frame,
  { name, version, passes, points, threshold, missing }: StaffVerdict['offers'][number],
): Html {
  const { t } = frame;
  return html`<li class="offer">
  <div class="offer__text">
    <p class="offer__name">${name}</p>
    <p class="offer__line">${pill(passes ? { tone: 'leaf', text: t('staff.verdict.passes') } : { tone: 'coral', text: t('staff.verdict.fails') })} ${t('staff.verdict.line', { points, threshold })}</p>
    ${missing.length > 0 && html`<ul class="small">${missing.map((item) => html`<li>${criterionLinks(frame, version, item)}</li>`)}</ul>`}
  </div>
</li>`;
}

/** The points of the organisation by theme, drawn and in a table. */
export function themeScores({ t }: Frame, { radar, themes }: StaffVerdict): Html {
  return html`${radar}
<table class="small">
  <thead><tr><th scope="col">${t('staff.verdict.theme')}</th><th scope="col" class="numeric">${t('staff.verdict.points')}</th></tr></thead>
  <tbody>
    ${themes.map(
      ({ title, below, floor, points }) =>
        html`<tr><th scope="row">${title}${below && [' ', pill({ tone: 'coral', text: t('staff.verdict.below', { floor }) })]}</th><td class="numeric">${points}</td></tr>`,
    )}
  </tbody>
</table>`;
}
