import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** The foot of every page: ways for the public, for organisations, about the label. */
export function footer({ t, lang, asker, hasMailbox, hasClock }: Frame): Html {
  return html`<footer class="footer">
  <div class="wide footer__inside">
    <div class="footer__brand">
      <strong>${t('site.name')}</strong>
      <em>${t('site.strapline')}</em>
    </div>
    <nav aria-label="${t('nav.public')}">
      <h2>${t('nav.public')}</h2>
      <ul>
        <li><a href="/${lang}/register">${t('nav.register')}</a></li>
        <li><a href="/${lang}/verify">${t('nav.verify')}</a></li>
        <li><a href="/${lang}/needs">${t('exchange.needs.title')}</a></li>
        <li><a href="/${lang}/log">${t('publicLog.title')}</a></li>
        <li><a href="/${lang}/guarantees">${t('guarantees.short')}</a></li>
        <li><a href="/${lang}/report">${t('report.title')}</a></li>
        <li><a href="/${lang}/glossary">${t('nav.glossary')}</a></li>
        <li><a href="/${lang}/api">${t('api.title')}</a></li>
      </ul>
    </nav>
    <nav aria-label="${t('nav.organisations')}">
      <h2>${t('nav.organisations')}</h2>
      <ul>
        <li><a href="/${lang}/apply">${t('nav.apply')}</a></li>
        <li><a href="/${lang}/is-it-for-us">${t('before.title')}</a></li>
        <li><a href="/${lang}/try">${t('try.title')}</a></li>
        <li><a href="/${lang}/criteria">${t('nav.criteria')}</a></li>
        <li><a href="/${lang}/how">${t('nav.how')}</a></li>
        <li><a href="/${lang}/how-long">${t('howLong.title')}</a></li>
        <li><a href="/${lang}/${asker ? 'my' : 'sign-in'}">${asker ? t('nav.mySpace') : t('nav.signIn')}</a></li>
      </ul>
    </nav>
    <nav aria-label="${t('nav.about')}">
      <h2>${t('nav.about')}</h2>
      <ul>
        <li><a href="/${lang}/contact">${t('contact.title')}</a></li>
        <li><a href="/${lang}/accessibility">${t('nav.accessibility')}</a></li>
        <li><a href="/${lang}/privacy">${t('nav.privacy')}</a></li>
        ${hasMailbox && html`<li><a href="/${lang}/dev/mailbox">${t('nav.mailbox')}</a></li>`}
        ${hasClock && html`<li><a href="/${lang}/dev/clock">${t('clock.title')}</a></li>`}
      </ul>
    </nav>
  </div>
</footer>`;
}
