import type { Sponsorship } from '../../../src/commands/items/items.ts';
import type { ScoreView } from '../../../src/web/application/answers/score.view.ts';
import type { FrameView } from '../../../src/web/views/applicationFrame.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { sponsorWord } from '../../components/sponsorWord.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { score } from './parts/score.ts';

interface SponsorsView {
  readonly frame: FrameView;
  /** Of a draft. */
  readonly score: ScoreView | null;
  readonly sponsors: readonly Sponsorship[];
  readonly mayAsk: boolean;
}

/** Whom an application asks for a word, and what they answered. */
export function sponsorsPage(frame: Frame, view: SponsorsView & FormState): Html {
  const { t } = frame;
  const { sponsors, mayAsk } = view;
  return applicationLayout(frame, view, {
    name: t('sponsorship.title'),
    form: html`<h1>${t('sponsorship.title')}</h1>
<p class="lead">${t('sponsorship.lead')}</p>
${sponsors.map((one) => sponsorWord(frame, one, 2))}
${mayAsk ? request(frame, view) : sponsors.length === 0 && html`<p class="banner">${t('sponsorship.none')}</p>`}`,
    side: view.score && score(frame, view.score),
  });
}

function request(frame: Frame, { values, refusal }: FormState): Html {
  const { t } = frame;
  return html`<form class="card question" method="post" novalidate>
  <h2 class="question__title">${t('sponsorship.ask.title')}</h2>
  ${csrfField(frame)}
  <p>${t('sponsorship.ask.shown')}</p>
  ${textField(frame, {
    name: 'labelNumber',
    label: t('sponsorship.ask.number'),
    hint: t('sponsorship.ask.numberHint'),
    value: values.labelNumber,
    error: refusal.faults.labelNumber,
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
  })}
  ${textField(frame, {
    name: 'purpose',
    label: t('sponsorship.ask.purpose'),
    hint: t('sponsorship.ask.purposeHint'),
    value: values.purpose,
    error: refusal.faults.purpose,
    autocomplete: 'off',
  })}
  ${button({ text: t('sponsorship.ask.button') })}
</form>`;
}
