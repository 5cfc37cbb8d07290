import type { DemoPerson } from '../../../src/commands/ports/demonstrationPorts.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { becomeForm } from '../../demoBar.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** In development: everybody of the demonstration, each of whom one becomes by a click, and beginning it anew. */
export function demoPeoplePage(frame: Frame, { people }: { readonly people: readonly DemoPerson[] }): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    { title: titleOf(frame, t('demo.title')) },
    html`<h1>${t('demo.title')}</h1>
<p class="lead">${t('demo.lead')}</p>
<div class="demopeople">${becomeForm(frame, people)}</div>
<p class="row">${button({ text: t('demo.tour'), href: `/${lang}/dev/tour/1` })}</p>
<section class="card demopeople__reset">
  <h2>${t('demo.resetHeading')}</h2>
  <p>${t('demo.resetText')}</p>
  <form method="post" action="/${lang}/dev/reset">
    ${csrfField(frame)}
    ${button({ text: t('demo.reset'), kind: 'danger' })}
  </form>
</section>`,
  );
}
