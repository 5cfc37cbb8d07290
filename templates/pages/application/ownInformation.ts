import type {
  InformationView,
  QuestionView,
} from '../../../src/web/application/submission/ownInformation.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { textarea } from '../../components/fields.ts';
import { fileClock } from '../../components/fileClock.ts';
import { csrfField } from '../../components/hidden.ts';
import { informationRounds } from '../../components/informationRounds.ts';
import { panel } from '../../components/panel.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** What the secretariat asked, and the answers. */
export function ownInformationPage(frame: Frame, view: InformationView & FormState): Html {
  const { t } = frame;
  const { questions, earlier, clock } = view;
  return applicationLayout(frame, view, {
    name: t('information.answer.title'),
    form: html`<h1 class="theme-title">${t('information.answer.title')}</h1>
${questions.length > 0 ? answers(frame, view) : earlier.length === 0 && html`<p class="lead">${t('information.answer.none')}</p>`}
${informationRounds(frame, earlier)}
<p><a href="${view.frame.href}">${t('information.answer.back')}</a></p>`,
    side: [
      clock && panel({ title: t('information.clock.title') }, fileClock(frame, clock, 'applicant')),
      questions.length > 0 && placesToChange(frame, view),
    ],
  });
}

function answers(frame: Frame, view: InformationView & FormState): Html {
  const { t } = frame;
  const questions = view.questions.map((one) => question(frame, view, one));
  const lead = html`<p class="lead">${t('information.answer.lead')}</p>`;
  if (!view.mayAnswer)
    return html`${lead}${questions}<p class="banner banner--sun">${t('applicant.closed.reader')}</p>`;
  return html`${lead}
<form method="post" action="${view.frame.href}/information" novalidate>
  ${csrfField(frame)}
  ${questions}
  <p class="below">${t(view.maySend ? 'information.answer.sends' : 'advisers.writes')}</p>
  <p class="row">
    ${button({ text: t('information.answer.save'), kind: 'quiet', name: 'go', value: 'stay' })}
    ${view.maySend && button({ text: t('information.answer.send'), size: 'large', name: 'go', value: 'send' })}
  </p>
</form>`;
}

function question(frame: Frame, view: InformationView & FormState, one: QuestionView): Html {
  const { n, place, question: asked, answer } = one;
  return html`<section class="card question" aria-labelledby="question-${n}">
  <p class="overline">${n} · ${place}</p>
  <h2 class="question__title asked" id="question-${n}">${asked}</h2>
  ${view.mayAnswer ? answerField(frame, view, one) : answer && html`<p class="reason">${answer}</p>`}
</section>`;
}

function answerField(frame: Frame, { values, refusal }: FormState, one: QuestionView): Html {
  const { t } = frame;
  const { id, href, answer, versionToken } = one;
  const name = `answer.${id}`;
  const typed = values[name];
  const error = refusal.faults[name];
  return html`${href && html`<p><a href="${href}">${t('information.answer.place')}</a></p>`}
${error && answer && typed !== answer && html`<p class="banner banner--sun">${t('information.answer.kept', { answer })}</p>`}
<input type="hidden" name="${name}.versionToken" value="${versionToken}">
${textarea(frame, { name, label: t('information.answer.yours'), value: typed, error, rows: 4 })}`;
}

/** What an answer may need to be changed in the file. */
function placesToChange({ t }: Frame, { frame: { href } }: InformationView): Html {
  return panel(
    { title: t('information.answer.beside') },
    html`<p class="small">${t('information.answer.besideText')}</p>
<ul class="plain links-down">
  <li><a href="${href}/figures">${t('applicant.figures.title')}</a></li>
  <li><a href="${href}/offers">${t('applicant.offers.title')}</a></li>
  <li><a href="${href}/evidence">${t('evidence.title')}</a></li>
</ul>`,
  );
}
