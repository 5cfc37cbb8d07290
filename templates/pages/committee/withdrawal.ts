import type { WithdrawalView } from '../../../src/web/committee/withdrawal.view.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
import { dateField, textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { verdict } from '../../components/verdict.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { sanctionTrail } from '../label/sanctionTrail.ts';
import { sittingCard } from './sitting.ts';

type View = WithdrawalView & FormState;

/** A label before the committee: what was proposed and answered, the sitting, and the chair's forms. */
export function withdrawalPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { label, organisation, hearing, sitting, refusal } = view;
  return staffLayout(
    frame,
    {
      name: `${label.id} · ${organisation}`,
      back: html`<p><a href="/${lang}/committee">${t('staff.agenda.back')}</a></p>`,
      refusal,
      narrow: true,
    },
    html`<p class="overline">${label.id} · ${view.application.id}</p>
<h1>${organisation}</h1>
${verdict(view.status)}
${hearing && html`<p class="lead">${t('sanctions.committee.lead', hearing)}</p>`}
${
  sitting
    ? sittingCard(frame, { ...view, voteFor: t('sanctions.committee.voteFor') }, sitting)
    : hearing &&
      html`<p class="banner banner--sun"><span>${t('sessions.sitting.none')} <a href="/${lang}/sessions">${t('sessions.go')}</a></span></p>`
}
${view.mayConclude && concludeForm(frame, view)}
${view.mayDefer && deferForm(frame, view)}
${sanctionTrail(frame, view.words)}`,
  );
}

function concludeForm(frame: Frame, { href, label, isSuspended, values, refusal }: View): Html {
  const { t } = frame;
  const { outcome, reason, until } = refusal.faults;
  const outcomes = ['withdrawn', 'kept'] as const;
  return html`<h2 id="decide">${t('staff.decide.title')}</h2>
<form class="card" method="post" action="${href}/conclude" novalidate>
  ${hidden(frame, label.revision)}
  ${radios(frame, {
    name: 'outcome',
    label: t('sanctions.committee.outcome'),
    value: values.outcome,
    error: outcome,
    items: outcomes.map((value) => ({ value, text: t(`outcomes.${value}`) })),
  })}
  ${textarea(frame, { name: 'reason', label: t('staff.decide.reason'), hint: t('sanctions.reasonHint'), value: values.reason, error: reason })}
  ${isSuspended && dateField(frame, { name: 'until', label: t('sanctions.committee.until'), hint: t('sanctions.committee.untilHint'), value: values.until, error: until })}
  <p class="quiet">${t('sanctions.committee.atOnce')}</p>
  ${button({ text: t('staff.decide.button') })}
</form>`;
}

function deferForm(frame: Frame, { href, label, values, refusal }: View): Html {
  const { t } = frame;
  return html`<details class="disclosure after"${values.putOff && html` open`}>
  <summary>${t('sessions.defer.title')}</summary>
  <form class="card" method="post" action="${href}/defer" novalidate>
    ${hidden(frame, label.revision)}
    ${textarea(frame, { name: 'putOff', label: t('sessions.defer.reason'), value: values.putOff, error: refusal.faults.putOff, rows: 3 })}
    ${button({ text: t('sessions.defer.button'), kind: 'quiet' })}
  </form>
</details>`;
}
