import type { OpenedComplaint } from '../../../src/commands/complaint/contestComplaint.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textarea, textField } from '../../components/fields.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { dueDay } from '../../staffWords.ts';

export interface OwnComplaintView extends FormState {
  /** Null where it is asked for beside the secret. */
  readonly number: string | null;
  /** Null until its secret was told. */
  readonly complaint: OpenedComplaint | null;
  /** A new secret was asked for. */
  readonly isSent: boolean;
  /** Characters that grounds have at least. */
  readonly min: number;
}

/** A complaint for whoever sent it: where it stands, its answer with the reasons, and the form to contest that. */
export function ownComplaintPage(frame: Frame, view: OwnComplaintView): Html {
  const { t } = frame;
  const { number, complaint, refusal } = view;
  return layout(
    frame,
    {
      title: titleOf(
        frame,
        number === null ? t('report.follow.title') : t('report.own.title', { number }),
        view,
      ),
      head: html`<meta name="robots" content="noindex">`,
    },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
<p class="overline">${t('report.own.overline')}</p>
${number === null ? html`<h1>${t('report.follow.title')}</h1>` : html`<h1 class="number">${number}</h1>`}
${complaint ? opened(frame, view, complaint) : secretForm(frame, view)}
</div>`,
  );
}

function secretForm(frame: Frame, view: OwnComplaintView): Html {
  const { t, lang } = frame;
  const {
    number,
    values,
    refusal: { faults },
    isSent,
  } = view;
  return html`<p class="lead">${t(number === null ? 'report.follow.lead' : 'report.own.lead')}</p>
<form method="post" action="/${lang}/report/${number ?? 'follow'}" novalidate>
  ${number === null && textField(frame, { name: 'number', label: t('report.follow.number'), hint: t('report.follow.hint'), value: values.number, error: faults.number, classes: 'number-input', spellcheck: false, autocomplete: 'off' })}
  ${textField(frame, { name: 'secret', label: t('report.own.secret'), hint: t('report.own.secretHint'), value: values.secret, error: faults.secret, classes: 'number-input', spellcheck: false, autocomplete: 'off' })}
  ${button({ text: t('report.own.open') })}
</form>
<p class="quiet">${t('report.own.closed')}</p>
${isSent ? html`<p class="banner banner--good" role="status">${t('report.own.lost.sent')}</p>` : number !== null && lostForm(frame, view)}`;
}

function lostForm(frame: Frame, { number, values, refusal: { faults } }: OwnComplaintView): Html {
  const { t, lang } = frame;
  return html`<details class="disclosure"${faults.email && html` open`}>
  <summary>${t('report.own.lost.heading')}</summary>
  <p>${t('report.own.lost.text')}</p>
  <form method="post" action="/${lang}/report/${number}/secret" novalidate>
    ${textField(frame, { name: 'email', type: 'email', label: t('report.email'), value: values.email, error: faults.email, spellcheck: false, autocomplete: 'email' })}
    ${button({ text: t('report.own.lost.button'), kind: 'quiet' })}
  </form>
</details>`;
}

function opened(frame: Frame, view: OwnComplaintView, complaint: OpenedComplaint): Html {
  const { t, date } = frame;
  const { state, receivedAt, dueAt, kind, text, words, mayContest } = complaint;
  const due = dueAt === null ? '' : dueDay(frame, dueAt);
  return html`<p class="lead">${t(`report.own.state.${state}`, { due })}</p>
<details class="disclosure">
  <summary>${t('report.own.yours')}</summary>
  <p class="overline">${date(receivedAt)} · ${t(`complaints.kinds.${kind}.name`)}</p>
  <p class="typed">${text || t('complaints.erased')}</p>
</details>
${words.map((word) => saying(frame, word, complaint))}
${mayContest ? contestForm(frame, view, due) : complaint.outcome && state === 'closed' && html`<p class="quiet">${t('report.own.final')}</p>`}`;
}

function saying(
  frame: Frame,
  { step, text, done, at }: OpenedComplaint['words'][number],
  all: OpenedComplaint,
): Html {
  const { t, date } = frame;
  const isLast = all.words.findLast((word) => word.step === 'resolve')?.at === at;
  return html`<section class="card">
  <p class="overline">${date(at)}</p>
  <h2>${t(step === 'resolve' ? 'report.own.answer' : 'report.own.contested')}</h2>
  ${isLast && all.outcome && html`<p><strong>${t(`complaints.outcome.${all.outcome}`)}</strong></p>`}
  <p class="typed">${text}</p>
  ${done && html`<h3>${t('complaints.done')}</h3><p class="typed">${done}</p>`}
</section>`;
}

function contestForm(frame: Frame, view: OwnComplaintView, due: string): Html {
  const { t, lang } = frame;
  const { number, values, refusal, min } = view;
  return html`<section class="card no-print">
  <h2>${t('report.own.contest.heading')}</h2>
  <p>${t('report.own.contest.text', { due })}</p>
  <form method="post" action="/${lang}/report/${number}/contest" novalidate>
    <input type="hidden" name="secret" value="${values.secret}">
    ${textarea(frame, { name: 'grounds', label: t('report.own.grounds'), hint: t('report.own.contest.hint', { min }), value: values.grounds, error: refusal.faults.grounds, rows: 6 })}
    ${button({ text: t('report.own.contest.button') })}
  </form>
</section>`;
}
