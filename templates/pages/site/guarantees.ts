import { button } from '../../components/button.ts';
import { drawing, pictogram } from '../../components/pictogram.ts';
import { shield } from '../../components/shield.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** By topic, each with its picture. */
const pairs = [
  ['offers', 'basket'],
  ['here', 'mapPin'],
  ['purpose', 'hands'],
  ['free', 'compass'],
  ['pay', 'ladder'],
  ['living', 'leaf'],
  ['quality', 'shield'],
  ['today', 'calendar'],
] as const;

/** What the label guarantees beside what it does not. */
export function guaranteesPage(frame: Frame): Html {
  const { t, lang } = frame;
  const lead = t('guarantees.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('guarantees.title')), description: lead },
    html`<h1>${t('guarantees.title')}</h1>
<p class="lead">${lead}</p>
${insideThePin()}
<ul class="pairs plain">
  ${pairs.map(
    ([name, picture]) => html`<li class="card pair">
    <div class="pair__head"><span class="tile">${pictogram(picture, 'pictogram--small')}</span><h2 class="pair__title">${t(`guarantees.pairs.${name}.title`)}</h2></div>
    <div class="pair__side status-tag--valid">${shield('tick')}<div><h3>${t('guarantees.yes')}</h3><p>${t(`guarantees.pairs.${name}.yes`)}</p></div></div>
    <div class="pair__side pair__side--no">${shield('dash')}<div><h3>${t('guarantees.no')}</h3><p>${t(`guarantees.pairs.${name}.no`)}</p></div></div>
  </li>`,
  )}
</ul>
<h2>${t('guarantees.howHeading')}</h2>
<p>${t('guarantees.how')}</p>
<p class="row no-print">${button({ text: t('nav.verify'), href: `/${lang}/verify` })}${button({ text: t('nav.criteria'), href: `/${lang}/criteria`, kind: 'quiet' })}<a href="/${lang}/report">${t('report.title')}</a></p>`,
  );
}

type Placed = readonly (readonly [name: string, x: number, y: number])[];

const inside: Placed = [
  ['mapPin', 296, 22],
  ['hands', 240, 62],
  ['bread', 352, 62],
  ['ladder', 262, 132],
  ['eye', 330, 132],
  ['roundTable', 296, 84],
];

const outside: Placed = [
  ['magnifier', 110, 30],
  ['basket', 40, 110],
  ['note', 140, 160],
  ['flag', 480, 30],
  ['gift', 550, 110],
  ['tools', 450, 160],
];

/** Inside the pin what is looked at, outside what is not; the list below says the same in words. */
function insideThePin(): Html {
  const place = (side: 'in' | 'out', pictures: Placed) =>
    pictures.map(
      ([name, x, y]) =>
        html`<g class="inside__${side}" transform="translate(${x} ${y}) scale(.75)">${drawing(name)}</g>`,
    );
  return html`<svg class="inside" viewBox="0 0 640 250" aria-hidden="true" focusable="false">
  <path class="inside__pin" d="M320 244 254.7 187.7A100 100 0 1 1 385.3 187.7Z"/>
  ${place('in', inside)}
  ${place('out', outside)}
</svg>`;
}
