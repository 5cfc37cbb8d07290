import type { StaffFile } from '../../../src/web/presenters/staffFile.ts';
import type { SuggestionsView } from '../../../src/web/presenters/suggestions.ts';
import { button } from '../../components/button.ts';
import { hidden } from '../../components/hidden.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

type File = Pick<StaffFile, 'href' | 'revision'>;
type Suggestion = SuggestionsView['first'][number];

const heads = {
  reviewer: { title: 'assignment.title', lead: 'assignment.lead' },
  substitute: { title: 'assignment.substituteTitle', lead: 'assignment.substituteLead' },
  moderation: { title: 'assignment.moderation.title', lead: 'assignment.moderation.lead' },
} as const;

/** Who could review a file: the best fit first, each with its reasons; who cannot be invited, and why. */
export function suggestionsPart(frame: Frame, file: File, view: SuggestionsView): Html {
  const { t } = frame;
  const { place, query, first, more, excluded } = view;
  const { title, lead } = heads[place];
  const each = (people: readonly Suggestion[]) => people.map((one) => suggestion(frame, file, one, place));
  return html`<section class="card" aria-labelledby="suggestions">
  <h2 id="suggestions">${t(title)}</h2>
  <p class="quiet">${t(lead)}</p>
  ${nameSearch(frame, file, query)}
  ${first.length > 0 ? html`<ol class="suggestions">${each(first)}</ol>` : html`<p>${t('assignment.nobody')}</p>`}
  ${
    more.length > 0 &&
    html`<details class="disclosure">
    <summary>${t('assignment.more', { count: more.length })}</summary>
    <ol class="suggestions">${each(more)}</ol>
  </details>`
  }
  ${
    excluded.length > 0 &&
    html`<details class="disclosure"${(query || first.length === 0) && html` open`}>
    <summary>${t('assignment.excluded', { count: excluded.length })}</summary>
    <ul class="suggestions">${each(excluded)}</ul>
  </details>`
  }
</section>`;
}

function nameSearch({ t }: Frame, { href }: File, query: string): Html {
  return html`<form class="filters" method="get" action="${href}#suggestions" role="search">
  <label class="filters__label" for="q">${t('assignment.check')}</label>
  <div class="search search--plain">
    <input class="search__box" id="q" name="q" type="search" autocomplete="off" value="${query}">
    ${button({ text: t('assignment.find'), kind: 'quiet' })}
  </div>
</form>`;
}

function suggestion(frame: Frame, file: File, one: Suggestion, place: SuggestionsView['place']): Html {
  const { name, seat, against, fits, lacks } = one;
  const items = (kind: string, texts: readonly string[]) =>
    texts.map((text) => html`<li class="suggestion__${kind}">${text}</li>`);
  const isFree = against.length === 0;
  return html`<li class="suggestion">
  <div class="suggestion__text">
    <p class="suggestion__name">${name}${seat && html` <span class="quiet small">${seat}</span>`}</p>
    <ul class="suggestion__reasons">${isFree ? [items('fit', fits), items('lack', lacks)] : items('stop', against)}</ul>
  </div>
  ${isFree && inviteForm(frame, file, one, place)}
</li>`;
}

function inviteForm(
  frame: Frame,
  { href, revision }: File,
  { id, name }: Suggestion,
  place: SuggestionsView['place'],
): Html {
  const { t } = frame;
  const text = t(`assignment.${place === 'substitute' ? 'asSubstitute' : 'invite'}`);
  return html`<form method="post" action="${href}/invite" novalidate>
    ${hidden(frame, revision)}<input type="hidden" name="person" value="${id}">
    <button class="button button--quiet button--small" type="submit" aria-label="${t('assignment.inviteNamed', { name })}">${text}</button>
  </form>`;
}
