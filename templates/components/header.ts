import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';

/** Above it nobody counts. */
const maxWaiting = 99;

/** The head of every page: the mark, the main ways, one's own space, the language. */
export function header(frame: Frame): Html {
  const { t, lang, asset, asker, isPrivate, languages } = frame;
  const entry = isPrivate
    ? { path: 'sign-in', text: t('nav.signIn') }
    : { path: 'my', text: t('nav.mySpace') };
  const links = mainLinks(frame);
  return html`<div class="header">
  <div class="wide header__inside">
    <a class="brand" href="/${lang}"><img src="${asset('mark.svg')}" alt="" width="35" height="44">${t('site.name')}</a>
    <nav class="wide-only" aria-label="${t('nav.main')}">
      <ul class="links">${links}</ul>
    </nav>
    ${waitingLink(frame)}
    ${
      asker
        ? html`<details class="menu wide-only" name="header">
      <summary>${t('nav.mySpace')}</summary>
      <div class="menu__sheet">
        <p class="menu__who">${asker.name || asker.email}</p>
        <a href="/${lang}/my">${t('nav.mySpace')}</a>
        <a href="/${lang}/account">${t('account.title')}</a>
        ${signOut(frame)}
      </div>
    </details>`
        : html`<a class="header__entry wide-only" href="/${lang}/${entry.path}">${entry.text}</a>`
    }
    ${languages.length > 1 && languageMenu(frame)}
    <details class="menu narrow-only" name="header">
      <summary>${t('nav.menu')}</summary>
      <nav class="menu__sheet" aria-label="${t('nav.main')}">
        <ul class="plain">
          ${links}
          ${
            asker
              ? html`<li><a href="/${lang}/my">${t('nav.mySpace')}</a></li>
          <li><a href="/${lang}/account">${t('account.title')}</a></li>`
              : html`<li><a href="/${lang}/${entry.path}">${entry.text}</a></li>`
          }
        </ul>
        ${asker && signOut(frame)}
      </nav>
    </details>
  </div>
</div>`;
}

/** The language of a page, and the ways to the same page in others. */
function languageMenu({ t, lang, languages }: Frame): Html {
  return html`<details class="menu" name="header">
      <summary><span class="govuk-visually-hidden">${t('nav.language')} </span>${lang.toUpperCase()}</summary>
      <ul class="menu__sheet">
        ${languages.map(({ code, name, href, current }) => html`<li><a href="${href}" lang="${code}" hreflang="${code}"${current && html` aria-current="true"`}>${name}</a></li>`)}
      </ul>
    </details>`;
}

/** How much waits for who is signed in, and the way to it. */
function waitingLink({ t, lang, asker, waiting }: Frame): Content {
  if (!asker || waiting === 0) return undefined;
  const shown = waiting > maxWaiting ? `${maxWaiting}+` : String(waiting);
  const page = asker.roles.length > 0 ? 'day' : 'my';
  return html`<a class="header__waiting" href="/${lang}/${page}"><span aria-hidden="true">${shown}</span><span class="govuk-visually-hidden">${t(waiting > maxWaiting ? 'nav.waitingMany' : 'nav.waiting', { count: Math.min(waiting, maxWaiting) })}</span></a>`;
}

function mainLinks({ t, lang, here }: Frame): Html {
  const link = (path: string, text: string) =>
    html`<li><a href="/${lang}${path}"${here === path && html` aria-current="page"`}>${text}</a></li>`;
  return html`${link('/register', t('nav.register'))}${link('/verify', t('nav.verify'))}${link('/apply', t('nav.apply'))}`;
}

function signOut({ t, lang, csrf }: Frame): Html {
  return html`<form method="post" action="/${lang}/sign-out">
  <input type="hidden" name="csrf" value="${csrf}">
  <button type="submit">${t('nav.signOut')}</button>
</form>`;
}
