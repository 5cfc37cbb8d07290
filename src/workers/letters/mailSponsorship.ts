import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Sponsorship } from '../../commands/items/items.ts';
import type { LetterKind } from '../../commands/items/letters.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { sendLetters } from './sendLetters.ts';

/** The letter that each state asks for; one that was answered or taken back meanwhile asks for another one, or none. */
const letters = {
  'sponsorship.asked': { state: 'asked', kind: 'sponsorshipAsked' },
  'sponsorship.given': { state: 'given', kind: 'sponsorshipGiven' },
  'sponsorship.declined': { state: 'declined', kind: 'sponsorshipDeclined' },
} as const satisfies Record<string, { state: Sponsorship['state']; kind: LetterKind }>;

/** Asks the holder of a label for its word, or tells the applicant what it answered. */
export async function mailSponsorship(deps: Deps, job: Job): Promise<void> {
  const { store, publicUrl } = deps;
  const record = (await store.records(job.stream)).find(({ id }) => id === job.recordId);
  const sponsorship = await store.sponsorship(String(record?.data.sponsorshipId));
  const letter = letters[job.fact as keyof typeof letters];
  if (!sponsorship || sponsorship.state !== letter.state) return;
  const { id, applicationId, sponsor, shown } = sponsorship;
  const asks = letter.kind === 'sponsorshipAsked';
  const organisationId = asks ? sponsorship.sponsorId : sponsorship.organisationId;
  const below = asks ? `sponsorships/${id}` : `applications/${applicationId}/sponsors`;
  const people = await store.peopleOf(requireVisible(await store.organisation(organisationId)).id);
  await sendLetters(deps, job, {
    kind: letter.kind,
    organisationId,
    people: people.filter((person) => mayEdit(person, organisationId)),
    params: ({ language }) => ({
      organisation: shown.organisation,
      sponsor,
      link: `${publicUrl}/${language}/${below}`,
    }),
  });
}
