import { button } from '../../components/button.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** Says good-bye to who erased their own account. */
export function erasedPage(frame: Frame): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    { title: titleOf(frame, t('privacy.erased.title')) },
    html`<div class="narrow">
  <h1>${t('privacy.erased.title')}</h1>
  <p class="lead">${t('privacy.erased.lead')}</p>
  <p class="row">${button({ text: t('pages.error.home'), href: `/${lang}`, kind: 'quiet' })}</p>
</div>`,
  );
}
