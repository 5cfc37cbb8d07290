import type { Sponsorship } from '../../../src/commands/items/items.ts';
import type { ScoreView } from '../../../src/web/application/answers/score.view.ts';
import type { findSponsors } from '../../../src/web/application/submission/findSponsors.view.ts';
import type { FrameView } from '../../../src/web/views/applicationFrame.view.ts';
import { applicationLayout } from '../../applicationLayout.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
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
  /** The search by name; nothing was sought where `found` is null. */
  readonly search: {
    readonly path: string;
    readonly query: string;
    readonly found: Awaited<ReturnType<typeof findSponsors>> | null;
  };
  /** Address that the request is sent to. */
  readonly action: string;
}

type View = SponsorsView & FormState;

/** Whom an application asks for a word, and what they answered. */
export function sponsorsPage(frame: Frame, view: View): Html {
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

function request(frame: Frame, view: View): Html {
  const { t } = frame;
  const { search, action, values, refusal } = view;
  return html`<section class="card question" aria-labelledby="ask">
  <h2 class="question__title" id="ask">${t('sponsorship.ask.title')}</h2>
  <p>${t('sponsorship.ask.shown')}</p>
  ${searchByName(frame, search)}
  <form method="post" action="${action}" novalidate>
  ${csrfField(frame)}
  ${sponsorField(frame, view)}
  ${textField(frame, {
    name: 'purpose',
    label: t('sponsorship.ask.purpose'),
    hint: t('sponsorship.ask.purposeHint'),
    value: values.purpose,
    error: refusal.faults.purpose,
    autocomplete: 'off',
  })}
  ${button({ text: t('sponsorship.ask.button') })}
  </form>
</section>`;
}

function searchByName({ t }: Frame, { path, query, found }: View['search']): Html {
  return html`<form class="filters" method="get" action="${path}" role="search">
    <label class="filters__label" for="q">${t('sponsorship.ask.search')}</label>
    <div class="search search--plain">
      <input class="search__box" id="q" name="q" type="search" autocomplete="off" maxlength="100" value="${query}">
      ${button({ text: t('sponsorship.ask.find'), kind: 'quiet' })}
    </div>
  </form>
  ${found?.labels.length === 0 && html`<p role="status">${t('sponsorship.ask.noneFound', { text: query })}</p>`}
  ${found?.isCut && html`<p role="status">${t('sponsorship.ask.more')}</p>`}`;
}

/** The labels that were found by name; where there are none, a field for the number. */
function sponsorField(frame: Frame, { search, values, refusal }: View): Html {
  const { t } = frame;
  const field = { name: 'labelNumber', value: values.labelNumber, error: refusal.faults.labelNumber };
  const labels = search.found?.labels ?? [];
  if (labels.length === 0)
    return textField(frame, {
      ...field,
      label: t('sponsorship.ask.number'),
      hint: t('sponsorship.ask.numberHint'),
      autocomplete: 'off',
      classes: 'govuk-input--width-20',
    });
  const items = labels.map(({ number, organisation: { name, commune } }) => ({
    value: number,
    text: `${name}, ${commune}`,
    hint: number,
  }));
  return radios(frame, { ...field, label: t('sponsorship.ask.which'), items });
}
