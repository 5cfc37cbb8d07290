import { loadPage as template } from '../../../templates/pages/desk/load.ts';
import { endAbsence, setAbsence } from '../../commands/desk/casework/setAbsence.ts';
import { viewLoad } from '../../commands/desk/casework/viewLoad.ts';
import { day, line, optionalLine, orNull } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';

/** What each officer has and who is away, for officers, and the forms of an absence. */
export function loadPage(router: WebRouter): void {
  const form = pageWithForms(router, '/load', {
    template,
    load: (ctx) => viewLoad(ctx.deps, askerOf(ctx)),
    page: (officers, { words: { t } }) => ({
      officers,
      names: {
        personId: t('casework.load.who'),
        from: t('casework.load.from'),
        until: t('casework.load.until'),
        standIn: t('casework.load.standIn'),
      },
    }),
    about: () => ({}),
    next: (ctx) => `/${ctx.words.language}/load`,
  });
  const personId = line(60);
  form(
    'absence',
    { personId, from: day, until: day, standIn: optionalLine(60).transform(orNull) },
    setAbsence,
  );
  form('back', { personId }, endAbsence);
}
