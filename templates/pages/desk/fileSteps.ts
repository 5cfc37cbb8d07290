import type { StaffFile } from '../../../src/web/desk/file.view.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { outcomeRadios } from '../../components/decision.ts';
import { expiredPart } from '../../components/expired.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField, hidden } from '../../components/hidden.ts';
import { reasonList } from '../../components/reasonList.ts';
import { stepForm } from '../../components/stepForm.ts';
import { visitsPart } from '../../components/visits.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { reasonTexts } from '../../staffWords.ts';
import { suggestionsPart } from '../review/suggestions.ts';

type View = StaffFile & FormState;

/** What this person can do with a file now, in the order of its way. */
export function fileSteps(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, application, may, assigning, staffBlockers, visits, values, refusal } = view;
  const { revision } = application;
  const ask = may.requestInformation && { href: `${href}/information`, text: t('evidence.expired.ask') };
  return html`${may.accept && stepCard(frame, view, 'accept', html`<p class="after-button"><a href="${href}/screening">${t('information.screening.go')}</a></p>`)}
${may.requestInformation && html`<p class="after"><a href="${href}/information">${t('information.request.go')}</a></p>`}
${may.staff ? stepCard(frame, view, 'staff') : staffBlockers.length > 0 && view.barred.length === 0 && notYet(frame, 'staff', staffBlockers)}
${assigning && suggestionsPart(frame, assigning, { href, revision })}
${view.releasable.length > 0 && releaseForm(frame, view)}
${visitsPart(frame, visits, { action: `${href}/visits`, revision, values, refusal })}
${expiredPart(frame, view.expired, { text: t('evidence.expired.recommend'), link: ask })}
${may.recommend && recommendForm(frame, view)}
${announceStep(frame, view)}
${view.barred.map(({ step, reasons }) => notYet(frame, step, reasons))}`;
}

/** A step that is one button, with what it means. */
export function stepCard(
  frame: Frame,
  { href, application: { revision } }: Pick<StaffFile, 'href' | 'application'>,
  step: 'accept' | 'staff' | 'announce',
  beside?: Html,
): Html {
  const { t } = frame;
  return html`<section class="card" id="${step}">
  <h2>${t(`staff.file.${step}.heading`)}</h2>
  <p>${t(`staff.file.${step}.text`)}</p>
  ${stepForm(frame, { action: `${href}/${step}`, revision, text: t(`staff.file.${step}.button`) })}
  ${beside}
</section>`;
}

function notYet(
  frame: Frame,
  step: 'accept' | 'staff' | 'recommend' | 'announce',
  blockers: readonly string[],
  beside?: Html,
): Html {
  const { t } = frame;
  return html`<section class="card" id="${step}">
  <h2>${t(`staff.file.${step}.heading`)}</h2>
  ${reasonList(reasonTexts(frame, blockers), 'missing')}
  ${beside}
</section>`;
}

function releaseForm(frame: Frame, { href, releasable, may, values, refusal }: View): Html {
  const { t } = frame;
  const { faults } = refusal;
  // The reason may be that of the recommendation, whose field has the same name.
  const isRefused = faults.review || (faults.reason && !may.recommend);
  return html`<details class="disclosure"${isRefused && html` open`}>
  <summary>${t('assignment.release.title')}</summary>
  <form method="post" action="${href}/release" novalidate>
    ${csrfField(frame)}
    <p>${t('assignment.release.text')}</p>
    ${select(frame, { name: 'review', label: t('assignment.release.person'), value: values.review, error: faults.review, items: releasable })}
    ${textarea(frame, { name: 'reason', label: t('assignment.release.reason'), hint: t('assignment.release.reasonHint'), value: values.reason, error: faults.reason, rows: 2 })}
    ${button({ text: t('assignment.release.button'), kind: 'danger' })}
  </form>
</details>`;
}

function recommendForm(frame: Frame, { href, application, values, refusal }: View): Html {
  const { t } = frame;
  const { faults } = refusal;
  return html`<section class="card" id="recommend">
  <h2>${t('staff.file.recommend.heading')}</h2>
  <p>${t('staff.file.recommend.text')}</p>
  <form method="post" action="${href}/recommend" novalidate>
    ${hidden(frame, application.revision)}
    ${outcomeRadios(frame, application, { name: 'draft', label: t('staff.file.recommend.draft'), value: values.draft, error: faults.draft })}
    ${textarea(frame, { name: 'reason', label: t('staff.file.recommend.reason'), hint: t('staff.file.recommend.reasonHint'), value: values.reason, error: faults.reason })}
    ${button({ text: t('staff.file.recommend.button') })}
  </form>
</section>`;
}

function announceStep(frame: Frame, view: View): Content {
  const { t, lang } = frame;
  if (view.may.announce) return stepCard(frame, view, 'announce');
  const toSessions = html`<p><a href="/${lang}/sessions">${t('sessions.go')}</a></p>`;
  return view.waitsForMinutes && notYet(frame, 'announce', ['minutesApproved'], toSessions);
}
