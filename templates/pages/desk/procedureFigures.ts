import type { ProcedureFigures } from '../../../src/commands/items/yearFigures.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { bars } from '../exchange/bars.ts';
import { stepTable } from './stepTable.ts';

/** How applications were dealt with in a year, as everybody reads it or exactly. */
export function procedureFigures(
  frame: Frame,
  { files, steps, floors, agreement, complaints }: ProcedureFigures,
  themeName: (theme: string) => string,
  isExact: boolean,
): Html {
  const { t, tOf, number } = frame;
  const told = (count: number | null) => (count === null ? t('procedureFigures.fewer') : number(count));
  const few = isExact ? t('exactFigures.none') : t('procedureFigures.few');
  return html`<section class="card"><h2>${t('procedureFigures.files')}</h2>
${!isExact && html`<p class="quiet">${t('procedureFigures.filesNote')}</p>`}
${definitions(Object.entries(files).map(([passage, count]) => ({ term: tOf(`passages.${passage}`), text: told(count) })))}</section>
<section class="card"><h2 id="steps">${t('procedureFigures.steps')}</h2>
${!isExact && steps.some(({ took }) => took !== null) && html`<p class="quiet">${t('procedureFigures.stepsNote')}</p>`}
${stepTable(frame, steps, isExact ? t('exactFigures.none') : undefined)}</section>
<section class="card"><h2>${t('procedureFigures.floors')}</h2>
${
  floors.length > 0
    ? html`<p class="quiet">${t('procedureFigures.floorsNote')}</p>${bars(
        frame,
        floors.map(({ theme, reached }) => ({ name: themeName(theme), value: reached })),
        t('procedureFigures.ofHundred'),
        100,
      )}`
    : html`<p class="quiet">${few}</p>`
}</section>
<section class="card"><h2>${t('procedureFigures.agreement')}</h2>
${agreementText(frame, agreement)}</section>
<section class="card"><h2>${t('procedureFigures.complaints')}</h2>
${definitions((['received', 'answered', 'inTime'] as const).map((row) => ({ term: t(`procedureFigures.${row}`), text: row === 'inTime' && complaints[row] === null ? few : told(complaints[row]) })))}</section>`;
}

/** How far the reviewers agree and how sure that is, or that there are too few files to say it. */
export function agreementText(
  { t, number }: Pick<Frame, 't' | 'number'>,
  agreement: ProcedureFigures['agreement'],
): Html {
  if (!agreement) return html`<p class="quiet">${t('procedureFigures.agreementFew')}</p>`;
  const { alpha, files, interval } = agreement;
  const range = interval && { low: number(interval.low, 2), high: number(interval.high, 2) };
  return html`<p>${t('procedureFigures.alpha', { alpha: number(alpha, 2), files })}${range && ` ${t('procedureFigures.interval', range)}`}</p>`;
}
