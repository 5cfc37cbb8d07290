import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** Of a person's account: taking one's data along, and going. */
export function accountData(frame: Frame): Html {
  const { t, lang } = frame;
  return html`<section class="card question" aria-labelledby="own-data">
  <h2 class="question__title" id="own-data">${t('privacy.account.title')}</h2>
  <p>${t('privacy.account.lead')} <a href="/${lang}/privacy">${t('pages.privacy.title')}</a></p>
  <form method="post" action="/${lang}/account/export">
    ${csrfField(frame)}
    <p class="quiet">${t('privacy.account.exportText')}</p>
    ${button({ text: t('privacy.account.export'), kind: 'quiet' })}
  </form>
  <p class="quiet">${t('privacy.account.eraseText')}</p>
  <p><a href="/${lang}/account/erase">${t('privacy.account.erase')}</a></p>
</section>`;
}
