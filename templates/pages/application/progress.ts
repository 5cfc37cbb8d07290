import type { TrailLine } from '../../../src/commands/privacy/views/viewTrail.ts';
import type { FileClock } from '../../../src/register/fileClock.ts';
import type { BeginningView } from '../../../src/web/application/submission/beginning.view.ts';
import type { ProgressView } from '../../../src/web/application/submission/progress.view.ts';
import type { FindingsTask } from '../../../src/web/views/ownFindings.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { fileClock } from '../../components/fileClock.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { applicationKit } from '../label/applicationKit.ts';
import { trail } from '../privacy/trail.ts';
import { agreement } from './parts/agreement.ts';
import { beginning } from './parts/beginning.ts';
import { ownDecision } from './parts/ownDecision.ts';
import { ownTimeline } from './parts/ownTimeline.ts';
import { sentFiles } from './parts/sentFiles.ts';
import { turnEnd, turnPill } from './parts/turn.ts';

interface ProgressPageView extends ProgressView {
  readonly beginning: BeginningView;
  readonly trail: readonly TrailLine[];
  readonly findings: FindingsTask | null;
  readonly clock: FileClock | null;
  /** Whether the page was opened by a sending. */
  readonly justSent: boolean;
}

/** A sent application: where it stands and who acts, then its decision, its agreement and its label. */
export function progressPage(frame: Frame, view: ProgressPageView & FormState): Html {
  const { t } = frame;
  const { kit } = view;
  const { href } = view.frame;
  const state = view.title;
  const end = turnEnd(frame, view.turn);
  return applicationLayout(frame, view, {
    name: state,
    form: html`${view.justSent && justSent(frame, view)}
<p class="overline">${t('applicant.progress.title')}</p>
<h1 class="theme-title">${state}</h1>
${view.decidedOn && html`<p class="banner banner--good">${pictogram('tick', 'pictogram--small')}<span>${view.decidedOn}</span></p>`}
<p class="turn">${turnPill(frame, view)}${end && html`<span>${end}</span>`}</p>
${view.turn && sides(frame, view)}
${asked(frame, view)}
${toCorrect(frame, view)}
${kit && applicationKit(frame, kit)}
${beginning(frame, view.beginning, href)}
${agreement(frame, view)}
${view.decision && ownDecision(frame, view, view.decision)}
${sentFiles(frame, view)}
<p class="after"><a href="${href}/messages">${t('correspondence.link')}</a></p>
${view.mayWithdraw && html`<p class="quiet after"><a href="${href}/withdraw">${t('information.withdraw.go')}</a></p>`}`,
    side: [
      panel({ title: t('applicant.timeline.title') }, [
        ownTimeline(frame, view),
        view.clock && fileClock(frame, view.clock, 'applicant'),
      ]),
      panel(
        {},
        html`<details class="disclosure small">
  <summary>${t('trail.title')}</summary>
  ${trail(frame, view.trail)}
</details>`,
      ),
    ],
  });
}

/** Said once, with the number and what proves the sending. */
function justSent({ t }: Frame, { frame: { href, number }, submissions: { length } }: ProgressView): Html {
  const text = t(`deposit.justSent.${length > 1 ? 'answers' : 'application'}`, { number });
  return html`<p class="banner banner--good" role="status">${pictogram('tick', 'pictogram--small')}<span>${text} <a href="${href}/proof/${length}.pdf">${t('deposit.sent.proof')}</a></span></p>`;
}

/** Who does what now; a finding that does not stop the file waits for the applicant whoever else acts. */
function sides({ t, tOf, has }: Frame, { state, findings }: ProgressPageView): Content {
  const toAnswer = state !== 'correction' && findings?.waiting && findings;
  const [we, you] = [`applicant.we.${state}`, `applicant.you.${state}`];
  return (
    has(we) &&
    has(you) &&
    definitions(
      [
        { term: t('applicant.side.we'), text: tOf(we) },
        { term: t('applicant.side.you'), text: toAnswer ? toAnswer.text : tOf(you) },
      ],
      'well facts-down',
    )
  );
}

function asked({ t }: Frame, view: ProgressView): Content {
  return (
    view.asked.length > 0 &&
    html`<section class="card question">
  <h2 class="question__title">${t('applicant.progress.asked')}</h2>
  <ol>${view.asked.map((question) => html`<li class="asked">${question}</li>`)}</ol>
  ${button({
    href: `${view.frame.href}/information`,
    text: view.mayAnswer ? t('information.answer.go') : t('information.answer.read'),
  })}
</section>`
  );
}

function toCorrect({ t }: Frame, { findings, mayCorrect, frame: { href } }: ProgressPageView): Content {
  if (!findings) return undefined;
  const { waiting, text } = findings;
  return html`<section class="card question">
  <h2 class="question__title">${t('findings.title')}</h2>
  ${waiting && html`<p>${text}</p>`}
  ${button({
    href: `${href}/findings`,
    kind: waiting ? undefined : 'quiet',
    text: waiting && mayCorrect ? t('findings.applicant.link') : t('findings.applicant.linkRead'),
  })}
</section>`;
}
