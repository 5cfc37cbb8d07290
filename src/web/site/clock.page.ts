import { clockPage as page } from '../../../templates/pages/site/clock.ts';
import { invalid } from '../../errors.ts';
import { addDays, addMonths, type Day, dayOf, daysBetween } from '../../register/day.ts';
import { day } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { onlyHere } from '../http/onlyHere.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';

/** Years that one way may take. */
const maxYears = 10;
const dayMs = 86_400_000;

/**
 * In development: the day of the service, and moving it ahead while schedules and jobs do what comes on the way. For a browser on
 * this machine alone, as the letters are; elsewhere the address does not exist.
 */
export function clockPage(router: WebRouter, { deps }: Web): void {
  const { mode, clockwork } = deps;
  if (mode !== 'development' || !clockwork) return;
  router.use('/dev/clock', onlyHere);
  formPage(router, '/dev/clock', {
    template: page,
    shape: { until: day },
    load: (ctx) => ({ ...clockwork.state(), ...daysFrom(dayOf(now(ctx).toISOString())) }),
    page: (view, { words }) => ({ ...view, names: { until: words.t('clock.until') } }),
    submit: ({ until }, { today }, ctx) => {
      if (until <= today || until > addMonths(today, 12 * maxYears))
        throw invalid('until', 'dayNotAhead', { years: maxYears });
      // One that is on its way goes there first, as the page shows.
      clockwork.move(new Date(now(ctx).getTime() + daysBetween(today, until) * dayMs));
      return `/${ctx.words.language}/dev/clock`;
    },
  });
}

function daysFrom(today: Day) {
  return { today, tomorrow: addDays(today, 1), nextMonth: addMonths(today, 1) };
}

function now({ deps }: WebContext): Date {
  return deps.clock.now();
}
