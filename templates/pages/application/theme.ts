import type { ThemeFormView } from '../../../src/web/application/answers/theme.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { banners } from './parts/banners.ts';
import { type BesideCriteria, criterion } from './parts/criterion.ts';
import { rivalForms } from './parts/rivals.ts';
import { score } from './parts/score.ts';
import { wholeForm } from './parts/wholeForm.ts';

/** One theme of the organisation, answered criterion by criterion. */
export function themePage(frame: Frame, view: ThemeFormView & BesideCriteria & FormState): Html {
  const { place, title, lead, criteria } = view;
  return applicationLayout(frame, view, {
    name: title,
    form: html`<p class="overline">${place}</p>
<h1 class="theme-title">${title}</h1>
<p class="lead">${lead}</p>
${banners(view.frame)}
${wholeForm(frame, view.frame, {
  legend: title,
  autosave: true,
  enterSaves: true,
  fields: criteria.map((one) => criterion(frame, one, view)),
})}
${rivalForms(frame, view.rivals)}`,
    side: score(frame, view.score, true),
  });
}
