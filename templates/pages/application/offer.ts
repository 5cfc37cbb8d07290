import type { OfferFormView } from '../../../src/web/application/answers/ownOffer.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { banners } from './parts/banners.ts';
import { type BesideCriteria, criterion } from './parts/criterion.ts';
import { description } from './parts/description.ts';
import { fact, type LastCycle } from './parts/fact.ts';
import { rivalForms } from './parts/rivals.ts';
import { score } from './parts/score.ts';
import { wholeForm } from './parts/wholeForm.ts';

/** One offer with its criteria, and the way to take it out. */
export function offerPage(frame: Frame, view: OfferFormView & BesideCriteria & LastCycle & FormState): Html {
  const { t } = frame;
  const { title } = view;
  const action = `${view.frame.href}/offers/${view.id}`;
  return applicationLayout(frame, view, {
    name: title,
    form: html`<p class="overline"><a href="${view.frame.href}/offers">${t('applicant.offers.title')}</a></p>
<h1 class="theme-title">${title}</h1>
<p class="lead">${t('applicant.offers.oneLead')}</p>
${banners(view.frame)}
${wholeForm(frame, view.frame, {
  score: view.score,
  legend: title,
  action,
  autosave: true,
  enterSaves: true,
  fields: html`<input type="hidden" name="versionToken" value="${view.versionToken}">
    ${view.namesOffers && described(frame, view)}
    <section class="card question">
      <h2 class="question__title">${t('applicant.offers.figures')}</h2>
      ${view.thresholds.map((line) => html`<p class="quiet">${line}</p>`)}
      <p><a href="${action}/computation">${t('computation.open')}</a></p>
      ${view.facts.map((one) => fact(frame, one, view))}
    </section>
    ${view.criteria.map((one) => criterion(frame, one, view))}`,
})}
${rivalForms(frame, view.frame.href, view.rivals)}
${view.frame.editable && view.namesOffers && removal(frame, action, view)}`,
    side: score(frame, view.score, true),
  });
}

function described(frame: Frame, view: OfferFormView & FormState): Html {
  const wrong = view.description.fields.some(({ name }) => view.refusal.faults[name]);
  return html`<details class="card question question--folded"${wrong && html` open`}>
      <summary class="question__title">${frame.t('applicant.offers.described')}</summary>
      ${description(frame, view.description, view)}
    </details>`;
}

function removal(frame: Frame, action: string, { refusal }: FormState): Html {
  const { t } = frame;
  const error = refusal.faults.removal;
  return html`<details class="disclosure after"${error && html` open`}>
  <summary>${t('removing.title')}</summary>
  <form method="post" action="${action}/remove" novalidate>
    ${csrfField(frame)}
    <p>${t('removing.text')}</p>
    ${checkbox(frame, { name: 'removal', label: t('removing.sure'), error })}
    ${button({ text: t('removing.button'), kind: 'danger', size: 'small' })}
  </form>
</details>`;
}
