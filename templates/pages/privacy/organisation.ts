import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** Of an organisation's page, for its owners: taking its data along, and erasing it. */
export function organisationData(frame: Frame, href: string): Html {
  const { t } = frame;
  return html`<section class="card question" aria-labelledby="own-data">
  <h2 class="question__title" id="own-data">${t('privacy.organisation.title')}</h2>
  <form method="post" action="${href}/export">
    ${csrfField(frame)}
    <p class="quiet">${t('privacy.organisation.exportText')}</p>
    ${button({ text: t('privacy.organisation.export'), kind: 'quiet' })}
  </form>
  <p class="quiet below">${t('privacy.organisation.eraseText')}</p>
  <p><a href="${href}/erase">${t('privacy.organisation.erase')}</a></p>
</section>`;
}
