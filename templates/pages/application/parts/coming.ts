import type { ComingCriteria } from '../../../../src/web/views/comingCriteria.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** What the next version of the criteria changes in a theme; nothing of it counts yet. */
export function coming({ t, date }: Frame, { version, opensOn, lines }: ComingCriteria): Html {
  return html`<section class="card" aria-labelledby="coming">
  <h2 id="coming">${t('changePack.coming.title', { version, day: date(opensOn) })}</h2>
  <p>${t('changePack.coming.text')}</p>
  <ul>${lines.map(({ id, kind, title, href }) => html`<li>${href ? html`<a href="${href}">${id} · ${title}</a>` : `${id} · ${title}`}: ${t(`changePack.coming.${kind}`)}</li>`)}</ul>
</section>`;
}
