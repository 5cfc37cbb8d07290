import type { ChangeView } from '../../../src/web/label/changes.view.ts';
import { button } from '../../components/button.ts';
import { checkbox, radios } from '../../components/choices.ts';
import { dateField, textarea, textField } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { barredNote } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { edits, statePill, thingsOf } from './changes.ts';

type View = ChangeView & FormState;

/** One notice of change on the officers' desk, and what it leads to. */
export function changePage(frame: Frame, view: View): Html {
  const { t, date, lang } = frame;
  const { number, organisation, desk, change, successor, may, refusal } = view;
  const { effect, dueAt } = change.context;
  return staffLayout(
    frame,
    {
      name: `${t('changes.desk.one')} · ${number}`,
      back: html`<p><a href="${desk}/changes">${t('changes.desk.backToAll')}</a></p>`,
      refusal,
      narrow: true,
    },
    html`<p class="overline">${number} · ${organisation}</p>
<h1>${thingsOf(frame, change.things)}</h1>
<p class="lead">${statePill(frame, change.state)} ${t(`changes.by.${change.by}`, { on: date(change.notifiedAt) })}</p>
<p>${t('changes.desk.since', { on: date(change.on) })}</p>
${change.text && html`<p class="asked">${change.text}</p>`}
${change.edits.length > 0 && edits(frame, change.edits)}
${effect && html`<p><strong>${t(`changes.effect.${effect}.name`)}</strong>${dueAt && html` · ${t('changes.desk.due', { due: date(dueAt) })}`}${successor && html` · ${successor}`}</p>`}
${change.words.map(({ text, at }) => html`<p class="overline">${date(at)}</p><p class="reason">${text}</p>`)}
${change.followedBy && html`<p><a href="/${lang}/files/${change.followedBy}">${t('changes.followed', { number: change.followedBy })}</a></p>`}
${barredNote(frame, view.barred)}
${may.assess && (effect ? assessAgain(frame, view) : assessForm(frame, view))}
${may.conclude && concludeForm(frame, view)}`,
  );
}

function assessAgain(frame: Frame, view: View): Html {
  return html`<details class="disclosure"${view.refusal.summary.length > 0 && html` open`}>
  <summary>${frame.t('changes.desk.assessAgain')}</summary>
  ${assessForm(frame, view)}
</details>`;
}

function assessForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, change, effects, version, criteria, min, values, refusal } = view;
  const { faults } = refusal;
  return html`<form class="card" method="post" action="${href}/assess" novalidate>
  <h2>${t('changes.desk.assess')}</h2>
  ${hidden(frame, change.revision)}
  ${radios(frame, {
    name: 'effect',
    label: t('changes.desk.effect'),
    value: values.effect,
    error: faults.effect,
    items: effects.map((value) => ({
      value,
      text: t(`changes.effect.${value}.name`),
      hint: t(`changes.effect.${value}.hint`),
    })),
  })}
  <details class="disclosure"${(faults.criteria || values.effect === 'evaluation') && html` open`}>
    <summary>${t('changes.desk.criteria')}</summary>
    <p><a href="/${frame.lang}/criteria/${version}/all">${t('before.criteria.all')}</a></p>
    ${faults.criteria && html`<p class="govuk-error-message" id="criteria">${faults.criteria}</p>`}
    ${criteria.map(
      ({ scope, items }) => html`<fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">${t(`changes.desk.criteriaOf.${scope}`)}</legend>
      ${items.map(({ id, title }) => {
        const name = `criteria.${id}`;
        return checkbox(frame, { name, label: title, value: values[name] === 'yes' });
      })}
    </fieldset>`,
    )}
  </details>
  <details class="disclosure"${(faults.until || faults.successor || faults.successorPlace || values.effect === 'application') && html` open`}>
    <summary>${t('changes.desk.newApplication')}</summary>
    ${dateField(frame, { name: 'until', label: t('changes.desk.until'), value: values.until, error: faults.until })}
    ${textField(frame, { name: 'successor', label: t('changes.desk.successor'), hint: t('changes.desk.successorHint'), value: values.successor, error: faults.successor, autocomplete: 'off', spellcheck: false })}
    ${textField(frame, { name: 'successorPlace', label: t('changes.desk.successorPlace'), hint: t('changes.desk.successorPlaceHint'), value: values.successorPlace, error: faults.successorPlace, autocomplete: 'off', spellcheck: false })}
  </details>
  ${textarea(frame, { name: 'reason', label: t('changes.desk.reason'), hint: t('changes.desk.reasonHint', { min }), value: values.reason, error: faults.reason, rows: 4 })}
  ${button({ text: t('changes.desk.save') })}
</form>`;
}

function concludeForm(frame: Frame, { href, change, min, values, refusal }: View): Html {
  const { t } = frame;
  return html`<details class="disclosure">
  <summary>${t('changes.desk.conclude')}</summary>
  <form method="post" action="${href}/conclude" novalidate>
    ${hidden(frame, change.revision)}
    ${textarea(frame, { name: 'reason', id: 'conclude-reason', label: t('changes.desk.reason'), hint: t('changes.desk.reasonHint', { min }), value: values.reason, error: refusal.faults.reason, rows: 3 })}
    ${button({ text: t('changes.desk.close'), kind: 'quiet' })}
  </form>
</details>`;
}
