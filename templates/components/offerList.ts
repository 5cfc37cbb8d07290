import type { StaffOrganisation } from '../../src/web/views/fileOrganisation.view.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { pictogram } from './pictogram.ts';

/** The offers of a file, each with its plain sheet. */
export function offerList({ t }: Frame, { offers }: Pick<StaffOrganisation, 'offers'>): Html {
  return html`<ul class="plain">
  ${offers.map(
    ({ name, type, pictogram: picture, sheet }) => html`<li class="named">
    ${pictogram(picture, 'pictogram--small')}
    <div>
      <p class="named__name">${name}</p>
      <p class="quiet small">${type}</p>
      ${
        sheet &&
        html`<details class="disclosure small">
        <summary>${t('staff.organisation.sheet')}<span class="govuk-visually-hidden">: ${name}</span></summary>
        <p class="typed">${sheet}</p>
      </details>`
      }
    </div>
  </li>`,
  )}
</ul>`;
}
