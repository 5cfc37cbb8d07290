import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** Shown while the demonstration begins anew: it asks for the home page until that answers. */
export function demoResetPage(frame: Frame): Html {
  const { t, lang } = frame;
  const title = t('demo.resetting');
  return layout(
    frame,
    { title: titleOf(frame, title), head: html`<meta http-equiv="refresh" content="3; url=/${lang}">` },
    html`<div class="narrow">
  <h1>${title}</h1>
  <p class="banner banner--sun" role="status">${t('demo.resettingText')}</p>
  <p><a href="/${lang}">${t('demo.home')}</a></p>
</div>`,
  );
}
