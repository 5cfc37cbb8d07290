import { organisationLabelsPage as page } from '../../../templates/pages/register/organisationLabels.ts';
import { publicOrganisation } from '../../commands/register/publicOrganisation.ts';
import { dayOf } from '../../register/day.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { organisationPageView } from './organisationPage.view.ts';
import { searchKept } from './register.form.ts';

/** One holder for everybody, with every label that it ever had, also for who comes by its address in a credential. */
export function organisationLabelsPage(router: WebRouter, { deps }: Web): void {
  router.get('/organisations/:organisationId/labels', async (ctx) => {
    const found = await publicOrganisation(deps, ctx.params.organisationId ?? '');
    // What it says of itself is no change of the register, at which this process forgets what it keeps.
    ctx.set('Cache-Control', searchKept);
    ctx.render(page, organisationPageView(found, dayOf(deps.clock.now().toISOString()), ctx.words));
  });
}
