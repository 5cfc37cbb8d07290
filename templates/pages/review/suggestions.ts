import type { SuggestionsView } from '../../../src/web/desk/suggestions.view.ts';
import { button } from '../../components/button.ts';
import { hidden } from '../../components/hidden.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { personName } from '../../staffWords.ts';

const heads = {
  reviewer: { title: 'assignment.title', lead: 'assignment.lead' },
  substitute: { title: 'assignment.substituteTitle', lead: 'assignment.substituteLead' },
  moderation: { title: 'assignment.moderation.title', lead: 'assignment.moderation.lead' },
} as const;

interface FileOf {
  readonly href: string;
  readonly revision: number;
}

/** Who could review a file: the best fit first, each with its reasons; who cannot be invited, and why. */
export function suggestionsPart(frame: Frame, view: SuggestionsView, file: FileOf): Html {
  const { t } = frame;
  const { place, query, first, more, excluded } = view;
  const each = (people: SuggestionsView['first']) =>
    people.map((person) => suggestion(frame, person, place, file));
  return html`<section class="card" aria-labelledby="suggestions">
  <h2 id="suggestions">${t(heads[place].title)}</h2>
  <p class="quiet">${t(heads[place].lead)}</p>
  <form class="filters" method="get" action="${file.href}#suggestions" role="search">
    <label class="filters__label" for="q">${t('assignment.check')}</label>
    <div class="search search--plain">
      <input class="search__box" id="q" name="q" type="search" autocomplete="off" value="${query}">
      ${button({ text: t('assignment.find'), kind: 'quiet' })}
    </div>
  </form>
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

type Suggestion = SuggestionsView['first'][number];

function suggestion(
  frame: Frame,
  one: Suggestion,
  place: SuggestionsView['place'],
  { href, revision }: FileOf,
): Html {
  const { t } = frame;
  const { person, candidate } = one;
  const name = personName(person);
  const free = one.blockers.length === 0;
  const seat = dotted(
    candidate.seat && t(`reviewers.seats.${candidate.seat}`),
    candidate.sector && t(`sectors.${candidate.sector}`),
  );
  return html`<li class="suggestion">
  <div class="suggestion__text">
    <p class="suggestion__name">${name}${seat && html` <span class="quiet small">${seat}</span>`}</p>
    <ul class="suggestion__reasons">${free ? [reasons('fit', reasonsOf(frame, one, true)), reasons('lack', reasonsOf(frame, one, false))] : reasons('stop', against(frame, one))}</ul>
  </div>
  ${
    free &&
    html`<form method="post" action="${href}/invite" novalidate>
    ${hidden(frame, revision)}<input type="hidden" name="person" value="${person.id}">
    <button class="button button--quiet button--small" type="submit" aria-label="${t('assignment.inviteNamed', { name })}">${place === 'substitute' ? t('assignment.asSubstitute') : t('assignment.invite')}</button>
  </form>`
  }
</li>`;
}

/** What speaks for someone, or what does not fit as well; a tie that does not bar is named. */
function reasonsOf({ t }: Frame, { reasons, bonds }: Suggestion, fits: boolean): string[] {
  const kind = bonds.other[0];
  const tie = kind === undefined ? '' : t(`ties.kinds.${kind}`);
  return reasons
    .filter(({ cost }) => (cost === 0) === fits)
    .map(({ aspect, count, of }) =>
      t(`assignment.reasons.${aspect}.${fits ? 'fits' : 'lacks'}`, { count, of, tie }),
    );
}

/** What keeps someone from being invited, the first two told in full: which tie, and why not competent today. */
function against({ t }: Frame, { blockers, bonds, candidate }: Suggestion): string[] {
  return blockers.flatMap((reason) => {
    if (reason === 'noConflict')
      return bonds.barring.map((kind) => t('assignment.conflict', { tie: t(`ties.kinds.${kind}`) }));
    if (reason === 'competent' && candidate.unavailable !== null)
      return [t(`assignment.unavailable.${candidate.unavailable}`)];
    return [t(`assignment.against.${reason}`)];
  });
}

function reasons(kind: 'fit' | 'lack' | 'stop', texts: readonly string[]): Content {
  return texts.map((text) => html`<li class="suggestion__${kind}">${text}</li>`);
}
