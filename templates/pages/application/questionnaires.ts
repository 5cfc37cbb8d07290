import type { QuestionnairesView } from '../../../src/web/application/questionnaire/questionnaires.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { dateField, figureField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { questionnairePill, questionnaireWord } from './parts/questionnaireWords.ts';

type ListView = QuestionnairesView & FormState;

/** What a questionnaire is, those of the application, and the form that opens one. */
export function questionnairesPage(frame: Frame, view: ListView): Html {
  const { t } = frame;
  const { all, statements, isOpen } = view;
  const { editable, closed } = view.frame;
  return applicationLayout(frame, view, {
    name: t('questionnaire.title'),
    form: html`<h1>${t('questionnaire.title')}</h1>
<p class="lead">${t('questionnaire.lead', { count: statements.length })}</p>
${!editable && html`<p class="banner">${closed}</p>`}
${all.length > 0 && list(frame, view)}
<section class="card question" aria-labelledby="how">
  <h2 class="question__title" id="how">${t('questionnaire.how.title')}</h2>
  <ul>
    ${(['address', 'sums', 'after', 'twice'] as const).map((one) => html`<li>${t(`questionnaire.how.${one}`)}</li>`)}
  </ul>
  <details class="disclosure">
    <summary>${t('questionnaire.statements')}</summary>
    <ol>${statements.map((text) => html`<li>${text}</li>`)}</ol>
  </details>
</section>
${editable && !isOpen && form(frame, view)}`,
  });
}

function list(frame: Frame, { all }: ListView): Html {
  return html`<ul class="tasks">${all.map(
    (one) => html`<li class="task">
  <span class="tile">${pictogram('person', 'pictogram--small')}</span>
  <span class="task__text"><a href="${one.href}">${questionnaireWord(frame, one)}</a>
    <span class="task__line">${frame.t('questionnaire.openedOn', { day: frame.date(one.openedAt) })}</span></span>
  <span class="task__state">${questionnairePill(frame, one)}</span>
</li>`,
  )}</ul>`;
}

function form(frame: Frame, { all, href, values, refusal: { faults }, maxDays }: ListView): Html {
  const { t } = frame;
  return html`<form class="card question" method="post" action="${href}" novalidate>
  <h2 class="question__title">${t(all.length > 0 ? 'questionnaire.another' : 'questionnaire.new')}</h2>
  ${all.length > 0 && html`<p>${t('questionnaire.anotherText')}</p>`}
  ${csrfField(frame)}
  ${figureField(frame, { name: 'working', label: t('questionnaire.working'), hint: t('questionnaire.workingHint'), value: values.working, error: faults.working })}
  ${dateField(frame, { name: 'closesOn', label: t('questionnaire.closesOn'), hint: t('questionnaire.closesOnHint', { days: maxDays }), value: values.closesOn, error: faults.closesOn })}
  ${checkbox(frame, { name: 'byCode', label: t('questionnaire.byCode'), hint: t('questionnaire.byCodeHint'), value: values.byCode === 'yes', error: faults.byCode })}
  ${button({ text: t('questionnaire.button') })}
</form>`;
}
