import type { LabelChangesView, OwnChangesView } from '../../../src/web/label/changes.view.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { dateField, textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { staffLayout } from '../../staffLayout.ts';

type Notice = OwnChangesView['changes'][number];
type Noticing = Pick<OwnChangesView, 'href' | 'things' | 'min'> & FormState;

const tones = {
  notified: 'sun',
  followUp: 'lake',
  overdue: 'coral',
  examined: 'lake',
  unsettled: 'coral',
  closed: 'leaf',
  dropped: '',
} as const;

/** What a holder tells that changed, and what came of it. */
export function ownChangesPage(frame: Frame, view: OwnChangesView & FormState): Html {
  const { t, lang } = frame;
  const { number, organisation, kit, href, changes, mayNotify, refusal, saved } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('changes.title'), { refusal }) },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
<p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a> · <a href="${kit}">${number}</a></p>
<h1>${t('changes.title')}</h1>
${saved && html`<p class="banner" role="status">${t('changes.saved')}</p>`}
<p class="lead">${t('changes.lead', { organisation })}</p>
${changes.filter(isOpen).map((one) => notice(frame, one, href))}
${mayNotify && noticeForm(frame, view)}
${changes.filter((one) => !isOpen(one)).map((one) => notice(frame, one, href))}
</div>`,
  );
}

function isOpen({ state }: Notice): boolean {
  return state !== 'closed' && state !== 'dropped';
}

/** The notices on a label on the officers' desk. */
export function labelChangesPage(frame: Frame, view: LabelChangesView & FormState): Html {
  const { t } = frame;
  const { number, organisation, desk, href, changes, refusal } = view;
  return staffLayout(
    frame,
    {
      name: `${t('changes.desk.title')} · ${number}`,
      back: html`<p><a href="${desk}">${t('changes.desk.back')}</a></p>`,
      refusal,
      narrow: true,
    },
    html`<p class="overline">${number}</p>
<h1>${organisation}: ${t('changes.desk.title')}</h1>
${
  changes.length === 0
    ? html`<p class="lead">${t('changes.desk.none')}</p>`
    : html`<ul class="tasks">${changes.map(
        (one) =>
          html`<li class="task"><span class="task__text"><a href="${href}/${one.id}">${thingsOf(frame, one.things)}</a><span class="task__line">${frame.date(one.notifiedAt)}</span></span>${statePill(frame, one.state)}</li>`,
      )}</ul>`
}
<details class="disclosure"${refusal.summary.length > 0 && html` open`}>
  <summary>${t('changes.desk.own')}</summary>
  ${noticeForm(frame, view)}
</details>`,
  );
}

/** What changed, in words. */
export function thingsOf({ t }: Frame, things: Notice['things']): string {
  return things.map((thing) => t(`changes.things.${thing}`)).join(', ');
}

/** Where a notice stands. */
export function statePill({ t }: Frame, state: Notice['state']): Html {
  return pill({ tone: tones[state], text: t(`states.change.${state}`) });
}

/** What an organisation's page said before and says now. */
export function edits({ t }: Frame, all: Notice['edits']): Html {
  return html`<table>
  <thead><tr><th scope="col">${t('changes.edits.field')}</th><th scope="col">${t('changes.edits.before')}</th><th scope="col">${t('changes.edits.after')}</th></tr></thead>
  <tbody>${all.map(({ field, before, after }) => html`<tr><th scope="row">${t(`changes.fields.${field}`)}</th><td>${before || '–'}</td><td>${after || '–'}</td></tr>`)}</tbody>
</table>`;
}

function noticeForm(frame: Frame, { href, things, min, values, refusal }: Noticing): Html {
  const { t } = frame;
  const { faults } = refusal;
  return html`<form class="card" method="post" action="${href}" novalidate>
  ${csrfField(frame)}
  <fieldset class="govuk-fieldset" id="things">
    <legend class="govuk-fieldset__legend">${t('changes.what')}</legend>
    ${faults.things && html`<p class="govuk-error-message">${faults.things}</p>`}
    ${things.map((thing) => {
      const name = `things.${thing}`;
      return checkbox(frame, { name, label: t(`changes.things.${thing}`), value: values[name] === 'yes' });
    })}
    <p class="govuk-hint">${t('succession.handOver')}</p>
  </fieldset>
  ${dateField(frame, { name: 'on', label: t('changes.on'), value: values.on, error: faults.on })}
  ${textarea(frame, { name: 'text', label: t('changes.text'), hint: t('changes.textHint', { min }), value: values.text, error: faults.text, rows: 5 })}
  ${button({ text: t('changes.button') })}
</form>`;
}

function notice(frame: Frame, one: Notice, href: string): Html {
  const { t, date, lang } = frame;
  return html`<section class="card question" aria-labelledby="${one.id}">
  <p class="question__head">${statePill(frame, one.state)}</p>
  <h2 class="question__title" id="${one.id}">${thingsOf(frame, one.things)}</h2>
  <p class="overline">${t(`changes.by.${one.by}`, { on: date(one.notifiedAt) })}</p>
  ${one.text && html`<p class="reason">${one.text}</p>`}
  ${one.edits.length > 0 && edits(frame, one.edits)}
  <h3>${t('changes.next')}</h3>
  <p>${outcome(frame, one)}</p>
  ${one.words.map(({ text, at }) => html`<p class="overline">${date(at)}</p><p class="reason">${text}</p>`)}
  ${one.waits && html`<p>${button({ text: t('succession.title'), href: `${href}/${one.id}` })}</p>`}
  ${one.followedBy && html`<p><a href="/${lang}/applications/${one.followedBy}">${t('changes.followed', { number: one.followedBy })}</a></p>`}
</section>`;
}

function outcome({ t, date }: Frame, { effect, successor, dueAt }: Notice): string {
  if (effect === null) return t('changes.waits');
  const what = successor
    ? t('changes.effect.application.successor', { successor })
    : t(`changes.effect.${effect}.holder`);
  return [what, dueAt && t('succession.due', { due: date(dueAt) })].filter(Boolean).join(' ');
}
