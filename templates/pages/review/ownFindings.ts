import type { FindingCard } from '../../../src/web/views/findingCards.view.ts';
import type { OwnFindingsView } from '../../../src/web/views/ownFindings.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import { findingHead, findingKept, findingWords } from '../../components/finding.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

type View = OwnFindingsView & FormState;

/** What is to be corrected, for who corrects it: an action is proposed, then proven, and at the end all of it is sent. */
export function ownFindingsPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { cards, writes } = view;
  return applicationLayout(frame, view, {
    name: t('findings.title'),
    form: html`<h1 class="theme-title">${t('findings.title')}</h1>
<p class="lead">${t('findings.applicant.lead', { count: cards.length })}</p>
${!writes && html`<p class="banner banner--sun">${t('findings.applicant.reader')}</p>`}
${cards.map((card) => finding(frame, view, card))}
${sending(frame, view)}
<p class="after"><a href="${view.frame.href}">${t('findings.applicant.back')}</a></p>`,
  });
}

function finding(frame: Frame, view: View, card: FindingCard): Html {
  return html`<section class="card question" id="finding-${card.id}" aria-label="${card.place}">
  ${findingHead(frame, card, 2)}
  ${card.state !== 'closed' && html`<p class="quiet small">${frame.t(`findings.gradeText.${card.grade}`)}</p>`}
  ${findingWords(frame, card)}
  ${nextStep(frame, view, card)}
</section>`;
}

/** The form of the step that is the applicant's now, or for whom it waits. */
function nextStep(frame: Frame, view: View, card: FindingCard): Content {
  const { t } = frame;
  if (card.may.proposeAction) return actionForm(frame, view, card);
  if (card.may.submitProof) return proofForm(frame, view, card);
  if (view.at === card.id) return findingKept(frame, view.values.action || view.values.proof);
  if (card.state === 'actionProposed' || card.state === 'proofSubmitted')
    return html`<p class="quiet">${t('findings.applicant.waits')}</p>`;
  return (
    card.state === 'escalated' && html`<p class="banner banner--sun">${t('findings.applicant.late')}</p>`
  );
}

function actionForm(frame: Frame, view: View, card: FindingCard): Html {
  const { t } = frame;
  return html`<form method="post" action="${view.frame.href}/findings/${card.id}/action" novalidate>
  ${hidden(frame, card.revision)}
  ${text(frame, view, card, { name: 'action', label: t('findings.applicant.action'), hint: t('findings.applicant.actionHint') })}
  ${button({ text: t('findings.applicant.propose') })}
</form>`;
}

function proofForm(frame: Frame, view: View, card: FindingCard): Html {
  const { t } = frame;
  const { href } = view.frame;
  return html`<form method="post" action="${href}/findings/${card.id}/proof" novalidate>
  ${hidden(frame, card.revision)}
  ${text(frame, view, card, { name: 'proof', label: t('findings.applicant.proof'), hint: t('findings.applicant.proofHint') })}
  ${documentBoxes(frame, view, card)}
  <p><a href="${href}/evidence">${t('findings.applicant.add')}</a></p>
  ${button({ text: t('findings.applicant.submit') })}
</form>`;
}

interface TextField {
  readonly name: 'action' | 'proof';
  readonly label: string;
  readonly hint: string;
}

/** What was typed and what was wrong with it belong to the finding whose form was sent. */
function text(frame: Frame, { at, values, refusal }: View, { id }: FindingCard, field: TextField): Html {
  const { name } = field;
  if (at !== id) return textarea(frame, { ...field, id: `${name}-${id}`, rows: 4 });
  return textarea(frame, { ...field, value: values[name], error: refusal.faults[name], rows: 4 });
}

function documentBoxes(frame: Frame, { documents, at, values }: View, { id }: FindingCard): Html {
  const { t } = frame;
  if (documents.length === 0) return html`<p class="quiet">${t('findings.applicant.noDocuments')}</p>`;
  return html`<fieldset class="seats">
  <legend>${t('findings.applicant.documents')}</legend>
  ${documents.map((document) => {
    const name = `document.${document.id}`;
    const value = at === id && values[name] === 'yes';
    return checkbox(frame, { name, id: `${name}-${id}`, label: document.latest.name, value });
  })}
</fieldset>`;
}

function sending(frame: Frame, { unanswered, application, frame: { href } }: View): Content {
  const { t } = frame;
  if (unanswered === null)
    return (
      application.state === 'verification' &&
      html`<p class="banner banner--good">${t('findings.applicant.sent')}</p>`
    );
  return html`<section class="card question" aria-labelledby="send">
  <h2 class="question__title" id="send">${t('findings.applicant.send.title')}</h2>
  <p>${unanswered === 0 ? t('findings.applicant.send.ready') : t('findings.applicant.send.notYet', { count: unanswered })}</p>
  ${
    unanswered === 0 &&
    html`<form method="post" action="${href}/findings/send">
    ${hidden(frame, application.revision)}
    ${button({ text: t('findings.applicant.send.button'), size: 'large' })}
  </form>`
  }
</section>`;
}
