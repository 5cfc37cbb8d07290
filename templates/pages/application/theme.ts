import type { ThemeFormView } from '../../../src/web/application/answers/theme.view.ts';
import type { ComingCriteria } from '../../../src/web/views/comingCriteria.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { banners } from './parts/banners.ts';
import { coming } from './parts/coming.ts';
import { type BesideCriteria, criterion } from './parts/criterion.ts';
import { rivalForms } from './parts/rivals.ts';
import { score } from './parts/score.ts';
import { wholeForm } from './parts/wholeForm.ts';

type View = ThemeFormView & BesideCriteria & FormState & { readonly coming: ComingCriteria | null };

/** Minutes that one criterion takes, its proof looked up. */
const minutesEach = 4;

/** One theme of the organisation, answered criterion by criterion. */
export function themePage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { place, title, criteria } = view;
  const count = criteria.length;
  return applicationLayout(frame, view, {
    name: title,
    form: html`<p class="overline">${t('applicant.theme.place', place)}</p>
<h1 class="theme-title">${title}</h1>
<p class="lead">${t('applicant.theme.lead', { count, minutes: count * minutesEach })}</p>
${banners(view.frame)}
${wholeForm(frame, view.frame, {
  score: view.score,
  legend: title,
  autosave: true,
  enterSaves: true,
  fields: criteria.map((one) => criterion(frame, one, view)),
})}
${rivalForms(frame, view.frame.href, view.rivals)}
${view.coming && coming(frame, view.coming)}`,
    side: score(frame, view.score, true),
  });
}
