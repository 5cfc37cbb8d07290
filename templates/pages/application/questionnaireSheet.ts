import type { QuestionnaireSheet } from '../../../src/commands/application/questionnaire/answerQuestionnaire.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textField } from '../../components/fields.ts';
import { radioCards } from '../../components/radioCards.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface SheetView extends Omit<QuestionnaireSheet, 'statements'>, FormState {
  /** In the language of the page. */
  readonly statements: readonly { readonly id: string; readonly text: string }[];
  readonly steps: readonly ('1' | '2' | '3' | '4' | '5' | 'none')[];
  /** Sent back with the form, which counts once. */
  readonly once: string;
  /** It was just sent. */
  readonly isDone: boolean;
}

/** What the people who work in an organisation answer, the thanks afterwards, or that it is over. */
export function questionnaireSheetPage(frame: Frame, view: SheetView): Html {
  const { t } = frame;
  const { organisation, isOpen, isDone, refusal } = view;
  return layout(
    frame,
    {
      title: titleOf(frame, t('questionnaire.sheet.title', { organisation }), view),
      head: html`<meta name="robots" content="noindex, nofollow">`,
    },
    html`<div class="narrow sheet">
${isOpen && !isDone && errorSummary(frame, refusal.summary)}
${inOtherLanguages(frame, view)}
${isDone || !isOpen ? html`<p class="overline">${organisation}</p>` : ''}
${isDone ? thanks(frame, view) : isOpen ? form(frame, view) : over(frame)}
</div>`,
  );
}

function inOtherLanguages({ t, languages }: Frame, { token }: SheetView): Html {
  const others = languages.filter(({ current }) => !current);
  return html`<p class="sheet__languages">${t('questionnaire.sheet.languages')} ${others.map(
    ({ code, name }, at) =>
      html`${at > 0 && ' · '}<a href="/${code}/questionnaires/${token}" lang="${code}" hreflang="${code}">${name}</a>`,
  )}</p>`;
}

function form(frame: Frame, view: SheetView): Html {
  const { t, date, lang } = frame;
  const { token, organisation, statements, closesOn, once, byCode, values, refusal } = view;
  return html`<h1>${t('questionnaire.sheet.heading')}</h1>
<p class="lead">${t('questionnaire.sheet.lead', { organisation, count: statements.length })}</p>
<section class="card sheet__known" aria-labelledby="anonymous">
  <h2 id="anonymous">${t('questionnaire.sheet.anonymous')}</h2>
  <ul>
    ${(['sums', 'after', 'free', byCode ? 'onceByCode' : 'once', 'same'] as const).map((one) => html`<li>${t(`questionnaire.sheet.${one}`)}</li>`)}
  </ul>
</section>
<form method="post" action="/${lang}/questionnaires/${token}" autocomplete="off" novalidate>
  <input type="hidden" name="once" value="${once}">
  ${byCode && textField(frame, { name: 'code', label: t('questionnaire.sheet.code'), hint: t('questionnaire.sheet.codeHint'), value: values.code, error: refusal.faults.code, autocomplete: 'off' })}
  ${statements.map((_, at) => statement(frame, view, at))}
  <p class="quiet">${t('questionnaire.sheet.until', { day: date(closesOn) })}</p>
  ${button({ text: t('questionnaire.sheet.button'), size: 'large' })}
</form>`;
}

function statement(frame: Frame, { statements, steps, values, refusal }: SheetView, at: number): Html {
  const { t } = frame;
  const { id = '', text = '' } = statements[at] ?? {};
  return html`<div class="statement">
  <p class="statement__place quiet small">${t('questionnaire.sheet.legend', { n: at + 1, count: statements.length })}</p>
  ${radioCards(frame, {
    ...{ name: id, legend: text, error: refusal.faults[id] },
    items: steps.map((step) => ({
      value: step,
      title: t(`questionnaire.steps.${step}`),
      checked: values[id] === step,
      apart: step === 'none',
    })),
  })}
</div>`;
}

function thanks({ t, lang }: Frame, { token, isOpen }: SheetView): Html {
  return html`<h1>${t('questionnaire.sheet.thanks')}</h1>
<p class="lead" role="status">${t('questionnaire.sheet.thanksText')}</p>
<p>${t('questionnaire.sheet.thanksEnd')}</p>
${isOpen && html`<p><a href="/${lang}/questionnaires/${token}">${t('questionnaire.sheet.next')}</a></p>`}`;
}

function over({ t }: Frame): Html {
  return html`<h1>${t('questionnaire.sheet.closed')}</h1>
<p class="lead">${t('questionnaire.sheet.closedText')}</p>`;
}
