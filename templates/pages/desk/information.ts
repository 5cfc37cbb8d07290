import type { StaffFile } from '../../../src/web/desk/file.view.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { informationRounds } from '../../components/informationRounds.ts';
import { reasonList } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { reasonTexts } from '../../staffWords.ts';

interface InformationView extends StaffFile {
  /** What a question can be about. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  /** Numbers of the questions that the form has room for. */
  readonly rows: readonly number[];
}

type View = InformationView & FormState;

/** Rows that are seen before the form is unfolded. */
const rowsShown = 4;

/** The questions of an officer to an organisation, above those that were asked before. */
export function informationPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { application, href, organisation, rounds, refusal } = view;
  const blockers = reasonTexts(frame, view.blockers.requestInformation);
  const title = t('information.request.title');
  return staffLayout(
    frame,
    {
      name: `${title} · ${organisation.name}`,
      back: html`<p><a href="${href}">${t('information.backToFile')}</a></p>`,
      refusal,
      narrow: true,
    },
    html`<p class="overline">${application.id} · ${organisation.name}</p>
<h1>${title}</h1>
${blockers.length > 0 ? [reasonList(blockers, 'stop'), questionsTyped(view)] : questionsForm(frame, view)}
${informationRounds(frame, rounds)}`,
  );
}

function questionsTyped({ rows, values }: View): Content {
  return rows.map((n) => {
    const typed = values[`question.${n}`];
    return typed && html`<p class="asked">${typed}</p>`;
  });
}

function questionsForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, application, published, rows, refusal } = view;
  const { limits, informationRounds: asked } = application.context;
  const days = published.scheme.process.answerDays;
  const questions = rows.map((n) => question(frame, view, n));
  return html`<p class="lead">${t('information.request.lead', { days, rounds: limits.informationRounds - asked })}</p>
<form method="post" action="${href}/information" novalidate>
  ${hidden(frame, application.revision)}
  ${questions.slice(0, rowsShown)}
  <details class="disclosure"${refusal.summary.length > 0 && html` open`}>
    <summary>${t('information.request.more')}</summary>
    ${questions.slice(rowsShown)}
  </details>
  ${button({ text: t('information.request.button') })}
</form>`;
}

function question(frame: Frame, { choices, values, refusal }: View, n: number): Html {
  const { t } = frame;
  const field = (name: string) => ({ name, value: values[name], error: refusal.faults[name] });
  return html`<fieldset class="asking">
  <legend>${t('information.answer.nth', { n })}</legend>
  ${select(frame, { ...field(`place.${n}`), label: t('information.request.place'), empty: t('information.wholeFile'), items: choices })}
  ${textarea(frame, { ...field(`question.${n}`), label: t('information.request.question'), rows: 3 })}
</fieldset>`;
}
