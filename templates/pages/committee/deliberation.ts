import type { StaffDeliberation } from '../../../src/web/committee/deliberation.view.ts';
import { aboutScope, stateWord } from '../../aboutScope.ts';
import { whatChanged } from '../../components/beside.ts';
import { ownDecision, recommendationPart } from '../../components/decision.ts';
import { definitions } from '../../components/definitions.ts';
import { evidencePart } from '../../components/evidence.ts';
import { expiredPart } from '../../components/expired.ts';
import { fileVerdict, themeScores } from '../../components/fileVerdict.ts';
import { findingsRead } from '../../components/finding.ts';
import { levels } from '../../components/levels.ts';
import { offerList } from '../../components/offerList.ts';
import { panel } from '../../components/panel.ts';
import { pill } from '../../components/pill.ts';
import { sponsorWords } from '../../components/sponsorWord.ts';
import { visitsRead } from '../../components/visits.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { type DecideView, decideForm, deferForm } from './decide.ts';
import { sittingCard } from './sitting.ts';

/** A file before the committee: what is recommended, the sitting, the chair's forms, and all that was read of it. */
export function deliberationPage(frame: Frame, view: DecideView & FormState): Html {
  const { t, lang } = frame;
  const { application, published, organisation, refusal } = view;
  const { id: number, state } = application;
  const { scheme } = published;
  return staffLayout(
    frame,
    {
      name: `${number} · ${organisation.name}`,
      back: html`<p><a href="/${lang}/committee">${t('staff.agenda.back')}</a></p>`,
      refusal,
    },
    html`<div class="columns">
  <div>
    <p class="overline">${dotted(number, view.about, `${scheme.id} ${scheme.version}`)}</p>
    <h1>${organisation.name}</h1>
    <p class="lead">${pill({ tone: 'lake', text: stateWord(frame, { state, kind: view.application.context.kind }) })}</p>
    ${aboutScope(frame, view)}
    ${outcome(frame, view)}
    ${expiredPart(frame, view.expired, { text: t('evidence.expired.decide') })}
    ${sitting(frame, view)}
    ${view.mayDecide && decideForm(frame, view)}
    ${view.mayDefer && deferForm(frame, view)}
    ${whatWasRead(frame, view)}
  </div>
  <aside>
    ${panel({ title: t('staff.verdict.scores') }, themeScores(frame, view.verdict))}
    ${panel({ title: t('staff.organisation.title') }, definitions(organisation.facts))}
    ${panel({ title: t('staff.organisation.offers', { count: organisation.offers.length }) }, offerList(organisation))}
  </aside>
</div>`,
  );
}

function outcome(frame: Frame, view: StaffDeliberation): Html {
  const { t } = frame;
  const { application, rapporteur, verdict, organisation, makesCertificate, href } = view;
  return html`${ownDecision(frame, application)}
${recommendationPart(frame, application, rapporteur)}
<h2>${t('staff.verdict.title')}</h2>
${fileVerdict(frame, verdict, organisation.name)}
${makesCertificate && html`<p><a href="${href}/certificate.pdf">${t('papers.preview')}</a></p>`}`;
}

function sitting(frame: Frame, view: StaffDeliberation & FormState): Content {
  const { t, lang } = frame;
  if (view.sitting) return sittingCard(frame, view, view.sitting);
  if (view.isWithdrawal) {
    return html`<p class="banner banner--sun"><span>${t('sessions.sitting.otherItem')} <a href="${view.href}/withdrawal">${t('sessions.sitting.toWithdrawal')}</a></span></p>`;
  }
  return (
    !view.application.context.outcome &&
    html`<p class="banner banner--sun"><span>${t('sessions.sitting.none')} <a href="/${lang}/sessions">${t('sessions.go')}</a></span></p>`
  );
}

function whatWasRead(frame: Frame, view: StaffDeliberation): Html {
  const { t } = frame;
  const { findings, visits, beside } = view;
  return html`${findings.length > 0 && [html`<h2>${t('findings.title')} <span class="pill">${findings.length}</span></h2>`, findingsRead(frame, findings)]}
${(visits.visits.length > 0 || visits.triggers.length > 0) && [html`<h2>${t('visits.title')}</h2>`, visitsRead(frame, { ...visits, open: false })]}
${whatChanged(frame, beside)}
${sponsorWords(frame, beside.sponsors, 2)}
${evidencePart(frame, view.evidence)}
<h2>${t('staff.levels.title')}</h2>
<p class="quiet">${t('staff.levels.reviewers', { names: view.reviewers.map(personName).join(', ') })}</p>
${levels(frame, view.levels)}`;
}
