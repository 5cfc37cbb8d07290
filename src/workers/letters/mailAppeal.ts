import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Person } from '../../commands/items/items.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { type AppealLetterFile, appealLetterFile } from './appealLetterFile.ts';
import { sendLetters } from './sendLetters.ts';
import { servingOn } from './servingOn.ts';

type StaffLetter = 'appealLodged' | 'appealWaits' | 'appealPanel';

/** Tells officers and chairs that an appeal was lodged. */
export async function mailAppealLodged(deps: Deps, job: Job): Promise<void> {
  const officers = await deps.store.peopleWith('officer');
  const chairs = await deps.store.peopleWith('chair');
  const known = officers.map(({ id }) => id);
  const people = [...officers, ...chairs.filter(({ id }) => !known.includes(id))];
  const file = await appealLetterFile(deps, job.stream);
  await toStaff(deps, job, 'appealLodged', file, await servingOn(deps, file.number, people));
}

/** Tells officers that an appeal needs its panel, unless it has one meanwhile. */
export async function mailAppealWaits(deps: Deps, job: Job): Promise<void> {
  const file = await appealLetterFile(deps, job.stream);
  if (file.appeal.state !== 'admitted') return;
  const officers = await servingOn(deps, file.number, await deps.store.peopleWith('officer'));
  await toStaff(deps, job, 'appealWaits', file, officers);
}

/** Tells those who judge an appeal that they do, so that they can say at once that they have a tie. */
export async function mailAppealPanel(deps: Deps, job: Job): Promise<void> {
  const file = await appealLetterFile(deps, job.stream);
  const panel = await Promise.all(file.appeal.context.panel.map((id) => deps.store.person(id)));
  await toStaff(deps, job, 'appealPanel', file, panel.map(requireVisible));
}

async function toStaff(
  deps: Deps,
  job: Job,
  kind: StaffLetter,
  { appeal, organisation, number }: AppealLetterFile,
  people: readonly Person[],
): Promise<void> {
  await sendLetters(deps, job, {
    kind,
    organisationId: organisation.id,
    people,
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      link: `${deps.publicUrl}/${language}/appeals/${appeal.id}`,
    }),
  });
}
