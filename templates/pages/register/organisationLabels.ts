import type { SeveralView } from '../../../src/web/register/several.view.ts';
import { lookedUp } from '../../components/lookedUp.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface OrganisationLabelsView {
  readonly name: string;
  readonly list: SeveralView;
}

/** Every label of one organisation. */
export function organisationLabelsPage(frame: Frame, { name, list }: OrganisationLabelsView): Html {
  const { t, lang } = frame;
  const lead = t('lookup.organisation.lead');
  return layout(
    frame,
    {
      title: titleOf(frame, name),
      description: lead,
      back: html`<p class="no-print"><a href="/${lang}/register">${t('nav.register')}</a></p>`,
    },
    html`<h1>${name}</h1>
<p class="lead">${lead}</p>
<p class="quiet">${list.day}</p>
${lookedUp(frame, list, true)}`,
  );
}
