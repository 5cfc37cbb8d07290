import { organisationLabelsPage as page } from '../../../templates/pages/register/organisationLabels.ts';
import { labelsOfOrganisation } from '../../commands/register/readLabels.ts';
import { dayOf } from '../../register/day.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { asLookedUp } from './lookUpAll.ts';
import { severalView } from './several.view.ts';

/** Every label of one organisation, for who comes by its address in a credential. */
export function organisationLabelsPage(router: WebRouter, { deps }: Web): void {
  router.get('/organisations/:organisationId/labels', async (ctx) => {
    const labels = await labelsOfOrganisation(deps, ctx.params.organisationId ?? '');
    const today = dayOf(deps.clock.now().toISOString());
    ctx.render(page, {
      name: labels[0].organisation.name,
      list: severalView(asLookedUp(labels, today, today), ctx.words),
    });
  });
}
