import type { FileClock } from '../../../src/register/fileClock.ts';
import type { BeginningView } from '../../../src/web/application/submission/beginning.view.ts';
import type { ProgressView } from '../../../src/web/application/submission/progress.view.ts';
import type { SentView } from '../../../src/web/application/submission/sent.view.ts';
import type { TrailLineView } from '../../../src/web/application/submission/trail.view.ts';
import type { FindingsTask } from '../../../src/web/views/ownFindings.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { fileClock } from '../../components/fileClock.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import { pill } from '../../components/pill.ts';
import { timeline } from '../../components/timeline.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { applicationKit } from '../label/applicationKit.ts';
import { trail } from '../privacy/trail.ts';
import { agreement } from './parts/agreement.ts';
import { beginning } from './parts/beginning.ts';
import { ownDecision } from './parts/ownDecision.ts';
import { sentFiles } from './parts/sentFiles.ts';

interface ProgressPageView extends ProgressView {
  readonly beginning: BeginningView;
  readonly trail: readonly TrailLineView[];
  readonly sent: SentView;
  readonly findings: FindingsTask | null;
  readonly clock: FileClock | null;
  /** Said once after a sending, with the address of what proves it. */
  readonly justSent?: { readonly text: string; readonly proof: string } | null;
}

/** A sent application: where it stands and who acts, then its decision, its agreement and its label. */
export function progressPage(frame: Frame, view: ProgressPageView & FormState): Html {
  const { t } = frame;
  const { state, turn, kit, justSent } = view;
  const { href } = view.frame;
  return applicationLayout(frame, view, {
    name: state,
    form: html`${justSent && html`<p class="banner banner--good" role="status">${pictogram('tick', 'pictogram--small')}<span>${justSent.text} <a href="${justSent.proof}">${t('deposit.sent.proof')}</a></span></p>`}
<p class="overline">${t('applicant.progress.title')}</p>
<h1 class="theme-title">${state}</h1>
${turn && html`<p class="turn">${pill({ tone: turn.yours ? 'sun' : 'lake', text: turn.text })}${turn.due && html`<span>${turn.due}</span>`}</p>`}
${asked(frame, view)}
${toCorrect(frame, view)}
${kit && applicationKit(frame, kit)}
${beginning(frame, view.beginning, href)}
${agreement(frame, view)}
${view.decision && ownDecision(frame, view, view.decision)}
${sentFiles(frame, view)}
${view.mayWithdraw && html`<p class="quiet after"><a href="${href}/withdraw">${t('information.withdraw.go')}</a></p>`}`,
    side: [
      panel({ title: t('applicant.timeline.title') }, [
        timeline(view.timeline),
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

function toCorrect({ t }: Frame, { findings, mayAnswer, frame: { href } }: ProgressPageView): Content {
  if (!findings) return undefined;
  const { waiting, text } = findings;
  return html`<section class="card question">
  <h2 class="question__title">${t('findings.title')}</h2>
  ${waiting && html`<p>${text}</p>`}
  ${button({
    href: `${href}/findings`,
    kind: waiting ? undefined : 'quiet',
    text: waiting && mayAnswer ? t('findings.applicant.link') : t('findings.applicant.linkRead'),
  })}
</section>`;
}
