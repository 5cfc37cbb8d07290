import type { viewStatement } from '../../../src/commands/complaint/giveStatement.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { dueDay } from '../../staffWords.ts';

type View = Awaited<ReturnType<typeof viewStatement>> &
  FormState & { readonly href: string; readonly kit: string };

/** What the holder of a label was asked about a complaint, what it said, and how the complaint ended. */
export function statementPage(frame: Frame, view: View): Html {
  const { t, date } = frame;
  const { labelNumber, kit, kind, words, outcome, dueAt, mayAnswer, saved, refusal } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('complaints.own.title'), view) },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
${saved && html`<p class="banner" role="status">${t('complaints.own.saved')}</p>`}
<p class="overline"><a href="${kit}">${labelNumber}</a></p>
<h1>${t('complaints.own.title')}</h1>
<p class="lead">${t(`complaints.own.lead.${kind}`)}</p>
<p>${t('complaints.own.unnamed')}</p>
${outcome && html`<p class="banner"><span><strong>${t(`complaints.outcome.${outcome}`)}</strong> ${t('complaints.own.settled')}</span></p>`}
${words.map(
  ({ step, text, at }) => html`<section class="card">
  <p class="overline">${date(at)}</p>
  <h2>${t(step === 'askHolder' ? 'complaints.own.question' : 'complaints.own.yours')}</h2>
  <p class="typed">${text}</p>
</section>`,
)}
${mayAnswer && dueAt && statementForm(frame, view, dueDay(frame, dueAt))}
</div>`,
  );
}

function statementForm(frame: Frame, { href, revision, values, refusal }: View, due: string): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('complaints.own.heading')}</h2>
  <p>${t('complaints.own.text', { due })}</p>
  <form method="post" action="${href}" novalidate>
    ${hidden(frame, revision)}
    ${textarea(frame, { name: 'statement', label: t('complaints.own.label'), hint: t('complaints.own.hint'), value: values.statement, error: refusal.faults.statement, rows: 8 })}
    ${button({ text: t('complaints.own.button') })}
  </form>
</section>`;
}
