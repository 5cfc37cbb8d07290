import { footer } from './components/footer.ts';
import { header } from './components/header.ts';
import { script } from './components/passkey.ts';
import { demoBar } from './demoBar.ts';
import { type Door, type Frame, pathOf, type Refusal } from './frame.ts';
import { type Content, type Html, html } from './html.ts';

/** The fonts that every page begins with: fetched beside the style sheet that asks for them. */
const aboveTheFold = ['sans-regular', 'sans-semibold', 'serif-semibold'] as const;

/** What a page gives to the layout beside its content. */
export interface PageParts {
  readonly title: string;
  readonly description?: string | undefined;
  /** Open Graph properties in the place of the general ones. */
  readonly social?: Html | undefined;
  readonly head?: Content;
  readonly bodyClass?: string | undefined;
  /** Under the header, in the place of the bands and doors of a signed-in person. */
  readonly band?: Content;
  /** The way back, above the content. */
  readonly back?: Content;
}

/** Around every page: head, header, main and footer. */
export function layout(frame: Frame, parts: PageParts, content: Content): Html {
  return fullPage(
    frame,
    parts,
    html`<div class="wide">
      ${parts.back}
      ${content}
    </div>`,
  );
}

/** The layout of a page whose content takes the whole width. */
export function fullPage(frame: Frame, parts: PageParts, main: Content): Html {
  const { t, lang, locale, languages, publicUrl, asset, isPrivate, specimen, reviewed } = frame;
  const { binding } = frame.label;
  const path = pathOf(frame);
  return html`<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <title>${parts.title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="${frame.label.colour}">
  <meta name="description" content="${parts.description ?? t('site.description')}">
  <link rel="icon" href="${asset('favicon.svg')}" type="image/svg+xml">
  <link rel="stylesheet" href="${asset('style.css')}">
  ${isPrivate && html`<link rel="stylesheet" href="${asset('private.css')}">`}
  ${aboveTheFold.map((face) => html`<link rel="preload" href="${asset(`fonts/${face}.woff2`)}" as="font" type="font/woff2" crossorigin>`)}
  <link rel="canonical" href="${publicUrl}/${lang}${path}">
  ${languages.map(({ code }) => html`<link rel="alternate" hreflang="${code}" href="${publicUrl}/${code}${path}">`)}
  <meta property="og:site_name" content="${t('site.name')}">
  <meta property="og:locale" content="${locale.replace('-', '_')}">
  <meta property="og:type" content="website">
  ${
    parts.social ??
    html`<meta property="og:title" content="${t('site.name')}">
  <meta property="og:description" content="${t('site.description')}">`
  }
  ${frame.asker && [keepsForms(frame), script(frame, 'menus.js')]}
  ${parts.head}
</head>
<body${parts.bodyClass && html` class="${parts.bodyClass}"`}>
  <a href="#main" class="govuk-skip-link">${t('site.skip')}</a>
  <header>
    ${specimen && html`<div class="band band--specimen"><p class="wide"><strong>${t('site.specimen.word')}</strong> ${t('site.specimen.text')}</p></div>`}
    ${demoBar(frame)}
    ${clockBand(frame)}
    ${header(frame)}
    ${!reviewed && html`<div class="band"><p class="wide">${t('site.unreviewed')}${lang !== binding.code && html` <a href="/${binding.code}${path}" lang="${binding.code}" hreflang="${binding.code}">${binding.name}</a>`}</p></div>`}
  </header>
  ${parts.band ?? bands(frame)}
  <main id="main" tabindex="-1">
    ${main}
  </main>
  ${footer(frame)}
</body>
</html>
`;
}

/** The script that keeps what is typed in any form of a signed-in person. */
function keepsForms({ t, nonce, asset }: Frame): Html {
  return html`<script type="module" nonce="${nonce}" src="${asset('keptForms.js')}" id="kept" data-words="${t('saving.kept')}"></script>`;
}

/** A title with the name of the site; a page that was refused says so first. */
export function titleOf(
  { t }: Frame,
  name: string,
  view?: { readonly refusal: Pick<Refusal, 'summary'> },
): string {
  const failed = view !== undefined && view.refusal.summary.length > 0;
  return `${failed ? `${t('site.errorColon')} ` : ''}${name} · ${t('site.name')}`;
}

/** In development: on which day the service is, while that is not today. */
function clockBand({ t, lang, date, movedTo }: Frame): Content {
  return (
    movedTo &&
    html`<div class="band band--clock"><p class="wide"><strong>${t('clock.band', { day: date(movedTo) })}</strong> <a href="/${lang}/dev/clock">${t('clock.title')}</a></p></div>`
  );
}

/** The notices to a signed-in person on every page, and the sections of their roles. */
function bands(frame: Frame): Html {
  const { t, lang, weak, unscanned, doors } = frame;
  return html`${weak && html`<div class="band"><p class="wide">${t('account.weakBand')} <a href="/${lang}/account">${t('account.title')}</a></p></div>`}
  ${unscanned && html`<div class="band band--unscanned"><p class="wide">${t('account.unscannedBand')}</p></div>`}
  ${doors.length > 0 && menu(frame)}`;
}

/** The sections of a person's roles; where one is that is seldom entered, it stands beside the others. */
function menu({ t, lang, doors, here }: Frame): Html {
  const entry = ({ path, text }: Door) =>
    html`<li><a href="/${lang}${path}"${here === path && html` aria-current="page"`}>${text}</a></li>`;
  const behind = doors.filter(({ path, seldom }) => seldom && path !== here);
  return html`<nav class="doors" aria-label="${t('staff.doors.label')}">
  <ul class="wide doors__list">
    ${doors.filter((door) => !behind.includes(door)).map(entry)}
    ${
      behind.length > 0 &&
      html`<li><details class="menu" name="header"><summary>${t('staff.doors.more')}</summary><ul class="menu__sheet">${behind.map(entry)}</ul></details></li>`
    }
  </ul>
</nav>`;
}
