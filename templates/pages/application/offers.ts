import type { OffersView } from '../../../src/web/application/answers/ownOffer.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { banners } from './parts/banners.ts';
import { description } from './parts/description.ts';
import { score } from './parts/score.ts';
import { offerTasks, tasks } from './parts/tasks.ts';

/** The offers of an application, and a form for one more. */
export function offersPage(frame: Frame, view: OffersView & FormState): Html {
  const { t } = frame;
  const { editable, href } = view.frame;
  const some = view.offers.length > 0;
  return applicationLayout(frame, view, {
    name: t('applicant.offers.title'),
    form: html`<h1>${t('applicant.offers.title')}</h1>
<p class="lead">${t('applicant.offers.lead')}</p>
${banners(view.frame)}
${some && tasks(offerTasks(frame, href, view.offers))}
${
  editable &&
  view.namesOffers &&
  html`<form class="card question" method="post" action="${href}/offers" novalidate>
  <h2 class="question__title">${t('applicant.offers.add')}</h2>
  ${csrfField(frame)}
  <input type="hidden" name="once" value="${view.values.once}">
  ${description(frame, view.description, view)}
  ${button({ text: t('applicant.offers.addButton') })}
</form>`
}
${some && html`<p class="after">${button({ text: t('applicant.offers.next'), href: `${href}/submit`, kind: editable ? 'quiet' : undefined })}</p>`}`,
    side: score(frame, view.score),
  });
}
