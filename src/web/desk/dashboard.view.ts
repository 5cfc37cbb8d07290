import { personName } from '../../../templates/staffWords.ts';
import type { Dashboard } from '../../commands/desk/figures/viewDashboard.ts';
import { filePassages } from '../../commands/items/yearFigures.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { openOn } from '../../criteria/versions.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { labelStates } from '../../register/entry.ts';

export type DashboardView = ReturnType<typeof dashboardView>;

/** The dashboard with its months and themes in words, each table whole: where nothing came, there is a zero. */
export function dashboardView(dashboard: Dashboard, schemes: Deps['schemes'], words: Translator) {
  const { months, passed, labels, renewals, published, officers, ...rest } = dashboard;
  const format = new Intl.DateTimeFormat(words.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const monthName = (month: string) => format.format(new Date(`${month}-01`));
  const count = (passage: string, month?: string) =>
    passed.reduce(
      (sum, one) => sum + (one.name === passage && (month ?? one.month) === one.month ? one.count : 0),
      0,
    );
  const { procedure, on = '' } = published?.figures ?? {};
  const themes = published && openOn(schemes, on).texts[words.language].themes;
  return {
    ...rest,
    funnel: filePassages.map((passage) => ({ passage, count: count(passage) })),
    months: months.map((month) => ({
      month: monthName(month),
      counts: filePassages.map((passage) => count(passage, month)),
    })),
    officers: officers.map(({ person, files, labels: running, late }) => ({
      name: personName(person),
      ...{ files, labels: running, late },
    })),
    renewals: renewals.map(({ month, count: ending }) => ({ month: monthName(month), count: ending })),
    labels: labelStates.flatMap((state) => labels.find((one) => one.state === state) ?? []),
    /** What everybody reads; null while nothing was published. */
    published: procedure
      ? {
          on,
          year: published?.year ?? 0,
          floors: procedure.floors.map(({ theme, reached }) => ({
            name: themes?.[theme]?.title ?? theme,
            value: reached,
          })),
          agreement: procedure.agreement,
        }
      : null,
  };
}
