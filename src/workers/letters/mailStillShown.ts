import { requireVisible } from '../../commands/common/requireVisible.ts';
import { hostTotals } from '../../commands/label/hostTotals.ts';
import { shownDays } from '../../commands/label/noticeStillShown.ts';
import { notValidSince } from '../../commands/label/notValidSince.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { addDays, dayOf } from '../../register/day.ts';
import { sendLetters } from './sendLetters.ts';
import { servingOn } from './servingOn.ts';

/** Most hosts that a letter names; the label's page has the rest. */
const max = 20;

/** Tells the officers which hosts show the badge of a label that has not been valid for long, unless it is valid again. */
export async function mailStillShown(deps: Deps, job: Job): Promise<void> {
  const label = requireVisible(await deps.store.label(job.stream.slice('labels/'.length)));
  const since = notValidSince(label);
  const { at } = requireVisible((await deps.store.records(job.stream)).find(({ id }) => id === job.recordId));
  const shown = await deps.store.badgeHosts([label.id], addDays(dayOf(at), -shownDays));
  if (since === null || shown.length === 0) return;
  const { organisationId, applicationId } = label.context;
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  await sendLetters(deps, job, {
    kind: 'labelStillShown',
    organisationId,
    people: await servingOn(deps, applicationId, await deps.store.peopleWith('officer')),
    params: ({ language }) => ({
      organisation: organisation.name,
      number: label.id,
      state: label.state,
      since,
      hosts: hostTotals(shown, max).map(({ host }) => host),
      link: `${deps.publicUrl}/${language}/files/${applicationId}/label`,
    }),
  });
}
