import type { OwnTies } from '../../../src/commands/review/views/listTies.ts';
import { button } from '../../components/button.ts';
import { pagination } from '../../components/pagination.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { exportLinks } from '../desk/exportLinks.ts';
import { type DeclarableKinds, tieForm, tieList } from './ties.ts';

interface OwnTiesView extends OwnTies, DeclarableKinds {
  /** The beginning of a name. */
  readonly query: string;
  /** Addresses of this page, and of those before and after. */
  readonly action: string;
  readonly previous: string | null;
}

type View = OwnTiesView & FormState;

/** One's own ties to organisations, and the form that tells of a new one. */
export function ownTiesPage(frame: Frame, view: View): Html {
  const { t } = frame;
  const { saved, query, organisations, action, previous, next, refusal } = view;
  const isSearched = query !== '' || previous !== null || next !== null;
  const choices = organisations.map(({ id, name }) => ({ value: id, text: name }));
  const ties = view.ties.map((line) => ({ ...line, who: line.tie.organisation || t('ties.detected') }));
  const title = t('ties.title');
  return staffLayout(
    frame,
    { name: title, refusal, narrow: true },
    html`${saved && html`<p class="banner" role="status">${t('ties.saved')}</p>`}
  <h1>${title}</h1>
  <p class="lead">${t('ties.lead')}</p>
  <h2>${t('ties.known')}</h2>
  ${ties.length > 0 && exportLinks(frame, 'ties')}
  ${tieList(frame, ties)}
  <p class="quiet small">${t('ties.endByOfficer')}</p>
  <h2>${t('ties.newHeading')}</h2>
  ${isSearched && [search(frame, query), choices.length === 0 && html`<p>${t('ties.noneFound')}</p>`]}
  ${tieForm(frame, view, { action, who: { name: 'organisation', label: t('ties.organisation'), choices } })}
  ${pagination({
    label: t('ties.organisations'),
    previous: previous !== null && { href: previous, text: t('ties.first') },
    next: next !== null && { href: next, text: t('ties.more') },
  })}`,
  );
}

function search({ t, lang }: Frame, query: string): Html {
  return html`<form class="filters" method="get" action="/${lang}/ties" role="search">
    <label class="filters__label" for="q">${t('ties.search')}</label>
    <div class="search search--plain">
      <input class="search__box" id="q" name="q" type="search" autocomplete="off" value="${query}">
      ${button({ text: t('ties.find') })}
    </div>
  </form>`;
}
