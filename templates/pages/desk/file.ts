import type { StaffFile } from '../../../src/web/desk/file.view.ts';
import { aboutScope, stateWord } from '../../aboutScope.ts';
import { definitions } from '../../components/definitions.ts';
import { fileClock } from '../../components/fileClock.ts';
import { themeScores } from '../../components/fileVerdict.ts';
import { panel } from '../../components/panel.ts';
import { pill } from '../../components/pill.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay, personName } from '../../staffWords.ts';
import { caseworkPanel, type WithCasework } from './casework.ts';
import { fileContents, fileOutcome } from './fileContents.ts';
import { fileMail, returnedMail } from './fileMail.ts';
import { fileSteps } from './fileSteps.ts';
import { backToList } from './lists/backToList.ts';

type View = StaffFile & WithCasework & FormState;

/** A file on the desk of an officer or a rapporteur: what can be done first, then all that it holds. */
export function filePage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { application, organisation, href, refusal } = view;
  const { id: number, state, agreement } = application;
  const { kind, dueAt } = application.context;
  const isOffice = frame.asker?.roles.includes('officer') ?? false;
  return staffLayout(
    frame,
    { name: `${number} · ${organisation.name}`, back: wayBack(frame, isOffice), refusal },
    html`<div class="columns">
  <div>
    <p class="overline">${dotted(number, view.about)}</p>
    <h1>${organisation.name}</h1>
    <p class="lead">${pill({ tone: 'lake', text: stateWord(frame, { state, kind }) })}${dueAt && ` ${t('staff.file.due', { due: dueDay(frame, dueAt) })}`}</p>
    ${appealBanner(frame, view)}
    ${returnedMail(view)}
    ${isOffice && html`<p><a href="${href}/messages">${t('correspondence.title')}</a></p>`}
    ${isOffice && agreement && html`<p><a href="${href}/label">${t('issuing.toLabel')}</a></p>`}
    ${aboutScope(frame, view)}
    ${fileSteps(frame, view)}
    ${fileOutcome(frame, view, isOffice)}
    ${fileContents(frame, view)}
  </div>
  <aside>
    ${caseworkPanel(frame, { ...view, action: view.href })}
    ${besideFile(frame, view, isOffice)}
  </aside>
</div>`,
  );
}

function wayBack(frame: Frame, isOffice: boolean): Html {
  const { t, lang } = frame;
  return isOffice
    ? backToList(frame)
    : html`<p><a href="/${lang}/committee">${t('staff.agenda.back')}</a></p>`;
}

function appealBanner({ t, lang, date }: Frame, { appeal }: StaffFile): Content {
  if (!appeal) return undefined;
  const { stayed, dueAt } = appeal.context;
  const text = t('appeals.onFile', { state: t(`states.appeal.${appeal.state}`) });
  return html`<p class="banner${stayed && ' banner--sun'}"><span>${stayed && html`<strong>${t('appeals.stay.title')}.</strong> ${dueAt === null ? t('appeals.stay.text') : t('appeals.stay.urgent', { due: date(dueAt) })} `}<a href="/${lang}/appeals/${appeal.id}">${text}</a></span></p>`;
}

function besideFile(frame: Frame, view: StaffFile, isOffice: boolean): Content {
  const { t } = frame;
  const { organisation, href, clock, verdict } = view;
  const ties = isOffice && html`<p><a href="${href}/ties">${t('ties.fileLink')}</a></p>`;
  return [
    panel({ title: t('staff.organisation.title') }, [definitions(organisation.facts), ties]),
    clock && panel({ title: t('information.clock.title') }, fileClock(frame, clock, 'staff')),
    panel({ title: t('staff.file.reviewers') }, reviewerList(frame, view)),
    verdict && panel({ title: t('staff.verdict.scores') }, themeScores(frame, verdict)),
    view.mail && panel({ title: t('mail.ofFile.title') }, fileMail(frame, view.application.id, view.mail)),
    panel({ title: t('staff.file.frozen') }, [
      frozen(frame, view),
      isOffice &&
        html`<p class="small after no-print"><a href="${href}/case.zip" download>${t('caseExport.link')}</a></p>`,
    ]),
  ];
}

function reviewerList(frame: Frame, { reviewers }: StaffFile): Html {
  const { t } = frame;
  if (reviewers.length === 0) return html`<p class="quiet">${t('staff.file.noReviewers')}</p>`;
  return html`<ul class="plain">${reviewers.map((one) => html`<li>${personName(one.person)}<br><span class="quiet small">${reviewerLine(frame, one)}</span></li>`)}</ul>`;
}

function reviewerLine(frame: Frame, { review, declined }: StaffFile['reviewers'][number]): string {
  const { t, has } = frame;
  const { state, context, substitute } = review;
  // A predefined reason in the reader's language, any other as it was written.
  const key = `assignment.declined.${declined}` as const;
  const reason = has(key) ? t(key) : declined;
  return dotted(
    t(`states.review.${state}`),
    context.task === 'moderation' && t('assignment.moderation.role'),
    substitute && (state === 'invited' || state === 'scoring') && t('assignment.substitute'),
    declined !== '' && t('staff.file.declined', { reason }),
    state === 'invited' && t('staff.file.answerBy', { due: dueDay(frame, context.dueAt) }),
  );
}

function frozen({ t, date }: Frame, { href, application, published, snapshot }: StaffFile): Html {
  const { submittedAt } = application;
  const { scheme } = published;
  return html`${definitions([
    { term: t('staff.file.submitted'), text: submittedAt && date(submittedAt) },
    { term: t('staff.file.version'), text: `${scheme.id} ${scheme.version}` },
  ])}
<details class="disclosure small"><summary>${t('staff.file.digest')}</summary><p><code>${snapshot.digest}</code></p><p><a href="${href}/proof/${snapshot.n}.pdf">${t('deposit.sent.proof')}</a></p></details>`;
}
