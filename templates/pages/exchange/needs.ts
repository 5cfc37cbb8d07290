import type { listNeeds } from '../../../src/commands/exchange/views/listNeeds.ts';
import { button } from '../../components/button.ts';
import { pagination } from '../../components/pagination.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

type NeedsView = Awaited<ReturnType<typeof listNeeds>> & {
  readonly isFirst: boolean;
  /** Id of an organisation that the reader may publish for; null where there is none. */
  readonly publishFor: string | null;
  /** The year whose figures are read; null where none were published. */
  readonly year: number | null;
};

/** What organisations look for: titles and places for everybody. */
export function needsPage(frame: Frame, { needs, next, isFirst, publishFor, year }: NeedsView): Html {
  const { t, lang } = frame;
  const lead = t('exchange.needs.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('exchange.needs.title')), description: lead },
    html`<div class="columns">
  <div>
    <h1>${t('exchange.needs.title')}</h1>
    <p class="lead">${lead}</p>
    ${
      needs.length > 0
        ? html`<ul class="plain stack">${needs.map((need) => html`<li>${needCard(frame, need)}</li>`)}</ul>`
        : html`<p class="well">${t('exchange.needs.none')}</p>`
    }
    ${pagination({
      label: t('site.pages'),
      previous: !isFirst && { href: `/${lang}/needs`, text: t('exchange.needs.first') },
      next: next !== null && { href: `/${lang}/needs?after=${next}`, text: t('site.next') },
    })}
  </div>
  <aside>
    ${panel(
      { title: t('exchange.needs.publishHeading') },
      html`<p>${t('exchange.needs.publishText')}</p>
    ${button({ href: publishHref(frame, publishFor), text: t('exchange.needs.publish'), kind: 'sun' })}`,
    )}
    ${panel(
      { title: t('exchange.needs.readHeading') },
      html`<p>${t('exchange.needs.readText')}</p>
    ${year !== null && html`<p><a href="/${lang}/figures/${String(year)}">${t('figures.title', { year: String(year) })}</a></p>`}`,
    )}
  </aside>
</div>`,
  );
}

/** Where somebody says what they look for: at their organisation, after signing in, or after registering it. */
function publishHref({ lang, asker }: Frame, publishFor: string | null): string {
  if (publishFor !== null) return `/${lang}/organisations/${publishFor}/exchanges/new`;
  return `/${lang}/${asker ? 'organisations/new' : 'my'}`;
}

function needCard({ t, lang }: Frame, { id, kind, title, place }: NeedsView['needs'][number]): Html {
  return html`<article class="offer whole">
  <span class="tile">${pictogram(kind === 'need' ? 'basket' : 'hands', 'pictogram--small')}</span>
  <div class="offer__text"><h2 class="offer__name"><a href="/${lang}/exchange/${id}" dir="auto">${title}</a></h2><p class="offer__line">${t(`exchange.kinds.${kind}.short`)} · ${place}</p></div>
</article>`;
}
