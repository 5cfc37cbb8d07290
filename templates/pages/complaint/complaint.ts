import { definitions } from '../../components/definitions.ts';
import { sizeText } from '../../components/evidence.ts';
import { panel } from '../../components/panel.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay, personName, reasonTexts } from '../../staffWords.ts';
import { caseworkPanel, type WithCasework } from '../desk/casework.ts';
import { answerForm, askForm, type ComplaintView, noteForm, takeForm } from './complaintForms.ts';
import { complaintPill } from './complaintPill.ts';

const doors = {
  offer: 'takeDown.door',
  offers: 'takeDown.doorLabel',
  need: 'exchange.remove.heading',
} as const;

/** A complaint with its story, and what this officer can do with it. */
export function complaintPage(frame: Frame, view: ComplaintView & WithCasework & FormState): Html {
  const { t, lang } = frame;
  const { complaint, words, isLate, keptAway, refusal, blockers, proposal, takeDown, inOffice } = view;
  const { id, state, kind, text } = complaint;
  return staffLayout(
    frame,
    {
      name: `${t('complaints.desk.one')} ${id}`,
      ...(inOffice && { back: html`<p><a href="/${lang}/complaints">${t('complaints.desk.back')}</a></p>` }),
      refusal,
    },
    html`<div class="columns complaint">
  <div>
    <p class="overline">${t(`complaints.kinds.${kind}.name`)}</p>
    <h1>${id}</h1>
    <p class="lead">${complaintPill(frame, state)} ${isLate && pill({ tone: 'coral', text: t('complaints.desk.overdue') })} ${standing(frame, view)}</p>
    ${keptAway.length > 0 && html`<div class="banner banner--sun"><div><p>${t('complaints.desk.keptAway')}</p><ul>${reasonTexts(frame, keptAway).map((one) => html`<li>${one}</li>`)}</ul></div></div>`}
    <section class="card"><h2>${t('complaints.desk.text')}</h2><p class="typed">${text || t('complaints.erased')}</p></section>
    ${words.map((word) => story(frame, word))}
    ${blockers.take.length === 0 && takeForm(frame, view)}
    ${keptAway.length === 0 && blockers.take.includes('didNotAnswerComplaint') && html`<p class="banner banner--sun">${t('reasons.didNotAnswerComplaint')}</p>`}
    ${blockers.note.length === 0 && noteForm(frame, view)}
    ${blockers.askHolder.length === 0 && askForm(frame, view)}
    ${takeDown && html`<p class="after"><a href="/${lang}/${takeDown.href}">${t(doors[takeDown.what])}</a></p>`}
    ${proposal && html`<p><a href="/${lang}/${proposal}">${t('sanctions.propose.title')}</a></p>`}
    ${blockers.answer.length === 0 && answerForm(frame, view)}
  </div>
  <aside>${facts(frame, view)}${caseworkPanel(frame, { ...view, action: view.href })}</aside>
</div>`,
  );
}

/** Who has it and until when, in a sentence. */
function standing(frame: Frame, view: ComplaintView): string {
  const { complaint, handler, isOpen, stranded } = view;
  const { state, context } = complaint;
  const { t } = frame;
  const due = dueDay(frame, context.dueAt);
  if (state === 'closed') return context.outcome ? t(`complaints.outcome.${context.outcome}`) : '';
  if (!isOpen) return t('complaints.desk.contestable', { due });
  if (stranded) return t('complaints.desk.stranded', { due });
  return handler
    ? t('complaints.desk.handled', { name: personName(handler), due })
    : t('complaints.desk.free', { due });
}

function story(frame: Frame, { step, text, done, person, at }: ComplaintView['words'][number]): Html {
  const { t, time } = frame;
  const who =
    step === 'giveStatement'
      ? t('complaints.desk.holder')
      : person
        ? personName(person)
        : t('complaints.desk.complainant');
  return html`<section class="card">
  <p class="overline">${time(at)} · ${who}</p>
  <h2>${t(`complaints.desk.steps.${step}`)}</h2>
  <p class="typed">${text}</p>
  ${done && html`<h3>${t('complaints.done')}</h3><p class="typed">${done}</p>`}
</section>`;
}

function facts(frame: Frame, { complaint, holder, keptAway, href, inOffice }: ComplaintView): Html {
  const { t, lang, time } = frame;
  const { receivedAt, place, number, link, photo, email, context } = complaint;
  const { labelNumber, applicationId, statement } = context;
  return panel(
    { title: t('complaints.desk.facts') },
    definitions([
      { term: t('complaints.desk.receivedOn'), text: time(receivedAt) },
      { term: t('complaints.desk.place'), text: place && t(`report.places.${place}`) },
      {
        term: t('complaints.desk.label'),
        html: labelNumber
          ? html`<a class="figure" href="/${lang}/labels/${labelNumber}">${labelNumber}</a>`
          : number === ''
            ? undefined
            : html`${number}`,
        note: labelNumber || number === '' ? null : t('complaints.desk.unknown'),
      },
      {
        term: t('complaints.desk.holder'),
        text: holder?.name,
        href: inOffice && applicationId ? `/${lang}/files/${applicationId}` : null,
      },
      {
        term: t('report.link'),
        html: link === '' ? undefined : html`<span class="complaint__link">${link}</span>`,
      },
      {
        term: t('report.file'),
        text: photo?.name,
        href: photo && `${href}/photo`,
        note: photo && `${sizeText(frame, photo.size)} · ${t(`evidence.scan.${photo.scan}`)}`,
      },
      {
        term: t('complaints.desk.answerTo'),
        text: keptAway.length > 0 ? undefined : (email ?? t('complaints.desk.anonymous')),
      },
      {
        term: t('complaints.desk.statement'),
        text:
          statement &&
          t(statement.given ? 'complaints.desk.statementGiven' : 'complaints.desk.statementDue', {
            due: dueDay(frame, statement.dueAt),
          }),
      },
    ]),
  );
}
