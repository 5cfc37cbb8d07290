import type { ProcedureFigures } from '../../../src/commands/items/yearFigures.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { countTable } from './countTable.ts';

type Step = ProcedureFigures['steps'][number];

/** How long each step may take and took, below the heading `steps`, or `few`. On a phone each step is a card that names its figures. */
export function stepTable(frame: Frame, steps: readonly Step[], few = frame.t('howLong.few')): Html {
  const { t } = frame;
  const most = Math.max(...steps.flatMap(({ target, took }) => [target, took?.ninth ?? 0]));
  const columns = [t('howLong.target'), t('howLong.half'), t('howLong.ninth'), t('howLong.files')];
  const rows = steps.map((step) => ({
    name: html`<strong>${t(`howLong.names.${step.step}`)}</strong>`,
    bar: step.took && rangeBar(step, most),
    cells: cells(frame, step, few),
  }));
  return html`${countTable(t('howLong.step'), columns, rows, 'steps')}
${steps.some(({ took }) => took !== null) && html`<p class="quiet small">${t('howLong.legend')}</p>`}`;
}

function cells({ t, number }: Frame, { target, took }: Step, few: string): string[] {
  const days = (count: number) => t('howLong.days', { days: count });
  return took
    ? [days(target), days(took.median), days(took.ninth), number(took.files)]
    : [days(target), few, few, few];
}

/** Dark what half of the files took, light what nine in ten took, and a line where the time is over. */
function rangeBar({ target, took }: Step, most: number): Html {
  const x = (days: number) => String(Math.round((1000 * days) / most) / 10);
  return html`<svg class="bars__bar bars__bar--range" viewBox="0 0 101 10" preserveAspectRatio="none" aria-hidden="true"><rect class="bars__most" width="${x(took?.ninth ?? 0)}" y="2" height="6"/><rect width="${x(took?.median ?? 0)}" y="2" height="6"/><rect class="bars__target" x="${x(target)}" width="1" height="10"/></svg>`;
}
