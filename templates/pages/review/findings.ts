import type { StaffFindings } from '../../../src/web/review/findings.view.ts';
import type { FindingCard } from '../../../src/web/views/findingCards.view.ts';
import { button } from '../../components/button.ts';
import { dateField, textarea } from '../../components/fields.ts';
import { findingHead, findingKept, findingWords } from '../../components/finding.ts';
import { hidden } from '../../components/hidden.ts';
import { reasonList } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { reasonTexts } from '../../staffWords.ts';

type View = StaffFindings & FormState;

/** The findings of a file as a reviewer or an officer judges them. */
export function findingsPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { organisation, application, waiting, cards, back, refusal } = view;
  const { id: number } = application;
  return staffLayout(
    frame,
    {
      name: `${t('findings.title')} · ${organisation.name}`,
      refusal,
      back: html`<p><a href="${back}">${t('information.backToFile')}</a></p>`,
    },
    html`<p class="overline">${t('findings.title')} · ${number}</p>
<h1>${organisation.name}</h1>
<p class="lead">${t('findings.staff.lead', { count: waiting })}</p>
${cards.map(
  (card) => html`<section class="card question" id="finding-${card.id}" aria-label="${card.place}">
  ${findingHead(frame, card, 2)}
  ${findingWords(frame, card)}
  ${nextStep(frame, card, view)}
</section>`,
)}
${correctionCard(frame, view)}`,
  );
}

function nextStep(frame: Frame, card: FindingCard, view: View): Content {
  const { acceptAction, close, extend } = card.may;
  if (acceptAction || close) return judgementForm(frame, card, view);
  if (extend) return extensionForm(frame, card, view);
  return view.at === card.id && findingKept(frame, view.values.reason);
}

function judgementForm(frame: Frame, card: FindingCard, view: View): Html {
  const { t } = frame;
  const href = `${view.back}/findings/${card.id}`;
  const step = card.may.acceptAction
    ? {
        hint: t('findings.staff.reasonHint.actionProposed'),
        yes: { path: 'accept', text: t('findings.staff.acceptAction') },
        no: { path: 'return', text: t('findings.staff.returnAction') },
      }
    : {
        hint: t('findings.staff.reasonHint.proofSubmitted'),
        yes: { path: 'close', text: t('findings.staff.close') },
        no: { path: 'returnProof', text: t('findings.staff.returnProof') },
      };
  return html`<form method="post" action="${href}/${step.yes.path}" novalidate>
    ${hidden(frame, card.revision)}
    ${textarea(frame, { ...field('reason', card, view), label: t('findings.staff.reason'), hint: step.hint, rows: 3 })}
    <p class="row">
      ${button({ text: step.yes.text })}
      ${button({ text: step.no.text, kind: 'quiet', formaction: `${href}/${step.no.path}` })}
    </p>
  </form>`;
}

function extensionForm(frame: Frame, card: FindingCard, view: View): Html {
  const { t } = frame;
  return html`<form method="post" action="${view.back}/findings/${card.id}/extend" novalidate>
    ${hidden(frame, card.revision)}
    <h3>${t('findings.staff.extend.title')}</h3>
    ${dateField(frame, { ...field('dueOn', card, view), label: t('findings.staff.extend.dueOn') })}
    ${textarea(frame, { ...field('reason', card, view), label: t('findings.staff.extend.reason'), rows: 3 })}
    ${button({ text: t('findings.staff.extend.button') })}
  </form>`;
}

/** Every card has such fields: only those of the card whose form was sent show what was typed, and are led to. */
function field(name: 'reason' | 'dueOn', { id }: FindingCard, { at, values, refusal }: View) {
  return at === id
    ? { name, value: values[name], error: refusal.faults[name] }
    : { name, id: `${name}-${id}`, value: '' };
}

function correctionCard(frame: Frame, { correction, back, application, values, refusal }: View): Content {
  const { t } = frame;
  return (
    correction &&
    html`<section class="card question" aria-labelledby="correction-title">
  <h2 class="question__title" id="correction-title">${t('findings.staff.correction.title')}</h2>
  <p>${t('findings.staff.correction.text')}</p>
  <p class="quiet">${t('findings.staff.correction.rounds', { count: correction.roundsLeft })}</p>
  <form method="post" action="${back}/findings/accept" novalidate>
    ${hidden(frame, application.revision)}
    ${textarea(frame, {
      name: 'correction',
      label: t('findings.staff.correction.reason'),
      value: values.correction,
      error: refusal.faults.correction,
      rows: 3,
    })}
    ${reasonList(reasonTexts(frame, correction.blockers), 'missing', true)}
    <p class="row">
      ${button({ text: t('findings.staff.correction.accept'), kind: correction.blockers.length > 0 ? 'quiet' : undefined })}
      ${button({ text: t('findings.staff.correction.reject'), kind: 'quiet', formaction: `${back}/findings/reject` })}
    </p>
  </form>
</section>`
  );
}
