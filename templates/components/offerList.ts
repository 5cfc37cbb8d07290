import type { StaffOrganisation } from '../../src/web/views/fileOrganisation.view.ts';
import { type Html, html } from '../html.ts';
import { pictogram } from './pictogram.ts';

/** The offers of a file, each with its plain sheet. */
export function offerList({ offers }: Pick<StaffOrganisation, 'offers'>): Html {
  return html`<ul class="plain">
  ${offers.map(
    ({ name, line, pictogram: picture, texts }) => html`<li class="named">
    ${pictogram(picture, 'pictogram--small')}
    <div>
      <p class="named__name">${name}</p>
      <p class="quiet small">${line}</p>
      ${texts.map(
        ({ term, text }) => html`<details class="disclosure small">
        <summary>${term}<span class="govuk-visually-hidden">: ${name}</span></summary>
        <p class="typed">${text}</p>
      </details>`,
      )}
    </div>
  </li>`,
  )}
</ul>`;
}
