import { labelsOfOrganisation } from '../../commands/register/readLabels.ts';
import { dayOf } from '../../register/day.ts';
import { readersLanguage } from '../http/language.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { asLookedUp } from '../register/lookUpAll.ts';
import type { OrganisationAnswer } from '../schemas/lookUp.ts';
import { lookedUpLabel } from './lookUp.ts';

/** The address by which credentials name an organisation: its labels for a program; for a person its one label of now, or a list. */
export function organisationRoute(router: WebRouter, { deps }: Web): void {
  router.get('/organisations/:organisationId', openToAll, async (ctx) => {
    const { organisationId = '' } = ctx.params;
    ctx.vary('Accept');
    const labels = await labelsOfOrganisation(deps, organisationId);
    const path = `/organisations/${labels[0].organisation.id}`;
    if (ctx.accepts('html', 'json') === 'json') {
      const today = dayOf(deps.clock.now().toISOString());
      const found = asLookedUp(labels, today, today).lines.flatMap((line) => line.labels);
      const answer: OrganisationAnswer = {
        id: `${deps.publicUrl}${path}`,
        labels: found.map((label) => lookedUpLabel(label, deps.publicUrl)),
      };
      ctx.body = JSON.stringify(answer);
      ctx.type = 'json';
      return;
    }
    // A renewed label goes on in its successor.
    const [current, ...others] = labels.filter(({ successor }) => successor === undefined);
    const isOne = current !== undefined && others.length === 0;
    ctx.redirect(`/${readersLanguage(ctx)}${isOne ? `/labels/${current.number}` : `${path}/labels`}`);
  });
}
