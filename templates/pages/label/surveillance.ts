import type { SurveillanceView } from '../../../src/web/label/surveillance.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { criterionLinks } from '../../components/explained.ts';
import { dateField, textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import { barredNote, reasonList } from '../../components/reasonList.ts';
import { visitForm } from '../../components/visits.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay, personName } from '../../staffWords.ts';
import { conditionsDue } from './conditionsDue.ts';
import { surveillanceTones } from './surveillanceList.ts';

type View = SurveillanceView & FormState;

/** A task of a label on the officers' desk: what was declared or seen, what it means, and what to do about it. */
export function surveillancePage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { number, organisation, task, state, dueAt, refusal, label, may, drawn, saved } = view;
  return staffLayout(
    frame,
    {
      name: `${t(`surveillance.task.${task}`)} · ${number}`,
      refusal,
      back: html`<p><a href="${label}">${number}</a></p>`,
    },
    html`<p class="overline">${organisation} · ${number}</p>
<h1>${t(`surveillance.task.${task}`)}</h1>
${saved && html`<p class="banner banner--good" role="status">${t('surveillance.office.saved')}</p>`}
<p>${pill({ tone: surveillanceTones[state], text: t(`states.surveillance.${state}`) })} <span class="quiet">${t('surveillance.office.due', { due: dueDay(frame, dueAt) })}</span></p>
${drawn && html`<p>${t(`surveillance.drawn.${drawn}`)}</p>`}
${fallsCard(frame, view)}
${conditionsDue(frame, view.conditions, `${label}/conditions`)}
${movesCard(frame, view)}
${levelsCard(frame, view)}
${declaredCard(frame, view)}
${visitCard(frame, view)}
${view.said.map(
  ({ step, text, at }) => html`<section class="card">
  <p class="overline">${t(`surveillance.said.${step}`, { on: frame.date(at) })}</p>
  <p class="asked">${text}</p>
</section>`,
)}
${barredNote(frame, view.barred)}
${may.recordCheck && checkCard(frame, view)}
${may.confirm && confirmCard(frame, view)}
${may.raiseFindings && findingsCard(frame, view)}
${state !== 'confirmed' && state !== 'dropped' && nextCard(frame, view)}`,
  );
}

function fallsCard(frame: Frame, { falls, version, declared }: View): Content {
  const { t } = frame;
  if (!declared) return undefined;
  return html`<section class="card">
  <h2>${t('surveillance.office.falls')}</h2>
  ${
    falls.length > 0
      ? reasonList(
          falls.map((one) => criterionLinks(frame, version, one)),
          'missing',
        )
      : html`<p>${t('surveillance.office.nothingFalls')}</p>`
  }
</section>`;
}

function movesCard({ t }: Frame, { moves }: View): Content {
  return (
    moves.length > 0 &&
    html`<section class="card">
  <h2>${t('surveillance.office.moves')}</h2>
  <div class="scroll" tabindex="0" role="group" aria-label="${t('surveillance.office.moves')}">
  <table>
    <thead><tr><th scope="col">${t('surveillance.office.figure')}</th><th scope="col" class="numeric">${t('surveillance.office.before')}</th><th scope="col" class="numeric">${t('surveillance.office.now')}</th><th scope="col" class="numeric">${t('surveillance.office.change')}</th></tr></thead>
    <tbody>${moves.map(
      ({ name, before, now, change, moved }) =>
        html`<tr><th scope="row">${name}</th><td class="numeric">${before}</td><td class="numeric">${now}</td><td class="numeric">${moved ? html`<strong>${change}</strong>` : change}</td></tr>`,
    )}</tbody>
  </table>
  </div>
</section>`
  );
}

function levelsCard(frame: Frame, { levels, version }: View): Content {
  const { t } = frame;
  return (
    levels.length > 0 &&
    html`<section class="card">
  <h2>${t('surveillance.office.levels')}</h2>
  <div class="scroll" tabindex="0" role="group" aria-label="${t('surveillance.office.levels')}">
  <table>
    <thead><tr><th scope="col">${t('surveillance.office.criterion')}</th><th scope="col">${t('surveillance.office.before')}</th><th scope="col">${t('surveillance.office.now')}</th><th scope="col" class="numeric">${t('surveillance.office.minimum')}</th></tr></thead>
    <tbody>${levels.map(
      ({ name, before, now, minimum, below }) =>
        html`<tr><th scope="row">${criterionLinks(frame, version, name)}</th><td>${before}</td><td>${below ? html`<strong>${now}</strong>` : now}</td><td class="numeric">${minimum}</td></tr>`,
    )}</tbody>
  </table>
  </div>
</section>`
  );
}

function declaredCard(frame: Frame, { declared, task, version }: View): Content {
  const { t, date } = frame;
  if (!declared) return undefined;
  const { at, name, role, text, accounts, link, questions } = declared;
  return html`<section class="card">
  <h2>${t('declaration.sent', { on: date(at) })}</h2>
  <h3>${t(`declaration.text.${task}`)}</h3>
  <p class="asked">${text}</p>
  ${definitions([
    { term: t('declaration.accounts'), text: accounts, href: link, outside: true },
    ...questions.map((one) => ({ ...one, term: html`${criterionLinks(frame, version, one.term)}` })),
  ])}
  <p class="quiet small">${t('declaration.signedBy', { name, role })}</p>
</section>`;
}

function visitCard({ t, date }: Frame, { visit }: View): Content {
  return (
    visit &&
    html`<section class="card">
  <h2>${t(`visits.line.${visit.kind}`, { on: date(visit.on) })}</h2>
  <p class="asked">${t('visits.met', { people: visit.people })}</p>
  <p class="asked">${visit.notes}</p>
  <p class="quiet small">${t('visits.by', { name: personName(visit.recordedBy) })}</p>
</section>`
  );
}

function checkCard(frame: Frame, view: View): Html {
  return html`<section class="card">
  <h2>${frame.t('surveillance.office.check')}</h2>
  ${visitForm(frame, { ...view, action: `${view.href}/check` })}
</section>`;
}

function confirmCard(frame: Frame, { href, revision, values, refusal }: View): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${t('surveillance.office.confirm')}</h2>
  <form method="post" action="${href}/confirm" novalidate>
    ${hidden(frame, revision)}
    ${textarea(frame, {
      name: 'reason',
      label: t('surveillance.office.reason'),
      hint: t('surveillance.office.reasonHint'),
      value: values.reason,
      error: refusal.faults.reason,
      rows: 3,
    })}
    ${button({ text: t('surveillance.office.confirmButton') })}
  </form>
</section>`;
}

function findingsCard(frame: Frame, { href, revision, values, refusal }: View): Html {
  const { t } = frame;
  const { findings, until } = refusal.faults;
  return html`<section class="card">
  <details class="disclosure"${(findings || until) && html` open`}>
    <summary>${t('surveillance.office.raise')}</summary>
    <form method="post" action="${href}/findings" novalidate>
      ${hidden(frame, revision)}
      ${textarea(frame, {
        name: 'findings',
        label: t('surveillance.office.findings'),
        hint: t('surveillance.office.findingsHint'),
        value: values.findings,
        error: findings,
        rows: 4,
      })}
      ${dateField(frame, { name: 'until', label: t('surveillance.office.until'), value: values.until, error: until })}
      ${button({ text: t('surveillance.office.raiseButton') })}
    </form>
  </details>
</section>`;
}

/** What else an officer can do: on the label itself, by a decision of theirs. */
function nextCard({ t }: Frame, { label, id, state, task }: View): Html {
  return html`<section class="card">
  <h2>${t('surveillance.office.next')}</h2>
  <p>${t('surveillance.office.nextText')}</p>
  <p><a href="${label}/conditions#impose">${t('conditions.staff.impose.title')}</a></p>
  ${(state === 'overdue' || state === 'findings') && task !== 'markRemoval' && html`<p><a href="${label}/sanctions?surveillance=${id}">${t('sanctions.propose.title')}</a></p>`}
  <p><a href="${label}">${t('surveillance.office.toLabel')}</a></p>
</section>`;
}
