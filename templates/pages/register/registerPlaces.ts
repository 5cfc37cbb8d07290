import type { PlacesMap } from '../../../src/web/register/placesMap.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface Listed {
  readonly name: string;
  readonly count: string;
  readonly href: string;
}

interface RegisterPlacesView {
  readonly map: PlacesMap;
  readonly isNoPart: boolean;
  readonly places: readonly Listed[];
}

/** Where labels are: a map that is drawn here, the places that it shows beside it, and every commune of the register. */
export function registerPlacesPage(frame: Frame, { map, isNoPart, places }: RegisterPlacesView): Html {
  const { t, lang } = frame;
  const lead = t('register.places.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('register.places.title')), description: lead },
    html`<h1>${t('register.places.title')}</h1>
<p class="lead">${lead}</p>
${isNoPart && html`<p class="note note--stop" role="alert">${t('register.map.noPart')}</p>`}
<div class="columns map" id="map">
  <div>
    ${drawing(frame, map)}
    ${map.whole && html`<p><a class="button button--quiet button--small" href="${map.whole}#map">${t('register.map.whole')}</a></p>`}
    <p class="quiet small">${t('register.map.sources')}</p>
  </div>
  <aside class="panel">
    <h2 class="panel__title">${t('register.map.listed')}</h2>
    ${map.listed.length > 0 ? list(map.listed) : html`<p class="quiet">${t('register.map.none')}</p>`}
    ${map.isMore && html`<p class="quiet small">${t('register.map.more')}</p>`}
  </aside>
</div>
<h2>${t('register.places.all')}</h2>
${places.length > 0 ? list(places, 'facet--wide') : html`<p class="quiet">${t('register.places.none')}</p>`}
<p><a href="/${lang}/register">${t('register.steps.all')}</a></p>
<p class="quiet small no-print"><a href="/${lang}/api/embed#map">${t('api.embed.map.door')}</a></p>`,
  );
}

/** The prepared picture of communes and lakes, under marks that are links. */
function drawing({ t, asset }: Frame, { box, size, marks }: PlacesMap): Html {
  return html`<svg class="map__drawing" viewBox="${box}" role="group" aria-label="${t('register.map.label')}">
      <image href="${asset('map.svg')}" width="${size.width}" height="${size.height}"/>
      ${marks.map(
        ({
          href,
          text,
          x,
          y,
          radius,
          size: fontSize,
          count,
        }) => html`<a class="map__mark" href="${href}" aria-label="${text}"><title>${text}</title><circle cx="${x}" cy="${y}" r="${radius}"/><text x="${x}" y="${y}" font-size="${fontSize}" dy="0.35em" aria-hidden="true">${count}</text></a>
      `,
      )}
    </svg>`;
}

function list(places: readonly Listed[], also = ''): Html {
  return html`<ul class="facet${also && ` ${also}`}">
    ${places.map(({ href, name, count }) => html`<li class="facet__value"><a href="${href}">${name}</a> <span class="facet__count">${count}</span></li>`)}
  </ul>`;
}
