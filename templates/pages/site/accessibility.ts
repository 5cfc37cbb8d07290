import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

const done = ['script', 'keyboard', 'colour', 'contrast', 'text', 'size'] as const;

/** What is done for everybody to be able to use the site, and whom to tell when it is not enough. */
export function accessibilityPage(frame: Frame): Html {
  const { t, lang } = frame;
  const lead = t('pages.accessibility.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('pages.accessibility.title')), description: lead },
    html`<div class="narrow">
  <h1>${t('pages.accessibility.title')}</h1>
  <p class="lead">${lead}</p>
  <h2>${t('pages.accessibility.doneHeading')}</h2>
  <ul>${done.map((item) => html`<li>${t(`pages.accessibility.done.${item}`)}</li>`)}</ul>
  <h2>${t('pages.accessibility.missingHeading')}</h2>
  <p>${t('pages.accessibility.missingText')}</p>
  <h2>${t('pages.accessibility.tellHeading')}</h2>
  <p>${t('pages.accessibility.tellText')} <a href="/${lang}/contact">${t('contact.title')}</a></p>
</div>`,
  );
}
