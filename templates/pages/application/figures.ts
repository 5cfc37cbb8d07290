import type { FiguresFormView } from '../../../src/web/application/answers/figures.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { banners } from './parts/banners.ts';
import { fact, type LastCycle } from './parts/fact.ts';
import { score } from './parts/score.ts';
import { wholeForm } from './parts/wholeForm.ts';

/** All figures of the organisation, each under the theme that it serves first. */
export function figuresPage(frame: Frame, view: FiguresFormView & LastCycle & FormState): Html {
  const { t } = frame;
  const title = t('applicant.figures.title');
  return applicationLayout(frame, view, {
    name: title,
    form: html`<h1>${title}</h1>
<p class="lead">${t('applicant.figures.lead')} <a href="${view.later}">${t('applicant.figures.later')}</a></p>
${banners(view.frame)}
${wholeForm(frame, view.frame, {
  score: view.score,
  legend: title,
  autosave: true,
  fields: html`<input type="hidden" name="versionToken" value="${view.versionToken}">
    ${view.groups.map(
      (group) => html`<section class="card question">
      <h2 class="question__title question__title--group">${pictogram(group.pictogram, 'pictogram--small')}${group.title}</h2>
      ${group.facts.map((one) => fact(frame, one, view))}
    </section>`,
    )}`,
})}`,
    side: score(frame, view.score, true),
  });
}
