import type { HomeView } from '../../../src/web/site/home.view.ts';
import { button } from '../../components/button.ts';
import { bigMark } from '../../components/mark.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { fullPage } from '../../layout.ts';
import { offerTile } from '../register/photo.ts';

/** How the label is got. */
const steps = [
  ['selfAssessment', 'assess'],
  ['reviewers', 'review'],
  ['table', 'decide'],
  ['shield', 'show'],
] as const;

/** The front door: what the label is, one search box, who got it last. */
export function homePage(frame: Frame, { questions, latest }: HomeView): Html {
  const { t, lang } = frame;
  return fullPage(
    frame,
    { title: t('pages.home.title') },
    html`${hero(frame)}

<section class="wide section">
  <h2>${t('pages.home.howHeading')}</h2>
  <ol class="steps">
    ${steps.map(
      ([picture, step]) => html`<li class="steps__item">
      ${pictogram(picture)}
      <h3 class="steps__title">${t(`pages.home.steps.${step}.title`)}</h3>
      <p>${t(`pages.home.steps.${step}.text`, { count: questions })}</p>
    </li>`,
    )}
  </ol>
  <p><a href="/${lang}/how">${t('pages.home.howLink')}</a></p>
</section>

${guarantees(frame)}

<section class="wide section">
  <h2>${t('pages.home.latestHeading')}</h2>
  ${latest.length > 0 ? newest(frame, latest) : html`<p class="quiet">${t('pages.home.latestNone')}</p>`}
</section>

<section class="wide section">
  <div class="invite">
    <div class="invite__text">
      <h2>${t('pages.home.startHeading')}</h2>
      <p>${t('pages.home.startText')}</p>
    </div>
    ${button({ text: t('pages.home.start'), href: `/${lang}/apply`, kind: 'sun', size: 'large' })}
  </div>
</section>`,
  );
}

function hero(frame: Frame): Html {
  const { t, lang } = frame;
  return html`<section class="hero hero--home">
  ${bigMark(frame, 'hero__mark')}
  <div class="wide hero__inside">
    <div class="hero__text">
      <h1>${t('pages.home.heading')}</h1>
      <p>${t('pages.home.lead')}</p>
      <form class="search" method="get" action="/${lang}/register" role="search">
        <label class="govuk-visually-hidden" for="q">${t('pages.home.searchLabel')}</label>
        <input class="search__box" id="q" name="q" type="search" autocomplete="off" placeholder="${t('pages.home.searchHint')}">
        ${button({ text: t('pages.home.search'), kind: 'sun' })}
      </form>
      <ul class="hero__links">
        <li><a href="/${lang}/register">${t('pages.home.all')}</a></li>
        <li><a href="/${lang}/verify">${t('pages.home.verify')}</a></li>
      </ul>
    </div>
  </div>
</section>`;
}

/** What the label guarantees, each with its picture. */
const promises = [
  ['here', 'mapPin'],
  ['purpose', 'hands'],
  ['free', 'compass'],
  ['pay', 'ladder'],
  ['open', 'eye'],
  ['checked', 'shield'],
] as const;

function guarantees({ t, lang }: Frame): Html {
  return html`<section class="section section--card">
  <div class="wide">
    <h2>${t('pages.home.guaranteesHeading')}</h2>
    <ul class="promises">
      ${promises.map(
        ([name, picture]) => html`<li class="promises__item">
        <span class="tile">${pictogram(picture, 'pictogram--small')}</span>
        <div>
          <h3>${t(`pages.home.guarantees.${name}.title`)}</h3>
          <p>${t(`pages.home.guarantees.${name}.text`)}</p>
        </div>
      </li>`,
      )}
    </ul>
    <p><a href="/${lang}/guarantees">${t('guarantees.title')}</a> · <a href="/${lang}/criteria">${t('pages.home.guaranteesLink')}</a></p>
  </div>
</section>`;
}

function newest({ t, date }: Frame, labels: HomeView['latest']): Html {
  return html`<ul class="cards cards--two">
  ${labels.map(
    ({ href, photo, pictogram: drawing, offers, organisation, holder, commune, since }) => html`<li>
    <div class="offer offer--tall whole">
      ${offerTile({ photo, pictogram: drawing }, 'offer__picture', undefined, '(max-width: 44rem) 90vw, 24rem')}
      <div class="offer__text">
        <h3 class="offer__name"><a href="${href}">${offers}</a></h3>
        <p class="offer__line"><a class="inline" href="${holder}">${organisation}</a></p>
        <p class="offer__line">${t('pages.home.latestLine', { commune, since: date(since) })}</p>
      </div>
    </div>
  </li>`,
  )}
</ul>`;
}
