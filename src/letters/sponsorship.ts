import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Organisation, Sponsorship } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type Cause, type LetterBody, letter } from './letter.ts';
import { editors } from './recipients.ts';

/** Asks the holder of a label for its word, unless it was answered or taken back meanwhile. */
export const sponsorshipAsked = letter({
  on: ['sponsorship.asked'],
  topic: null,
  about: (deps, cause) => sponsorshipIn('asked', 'sponsorId', deps, cause),
  to: editors,
  path: ({ sponsorship }) => `sponsorships/${sponsorship.id}`,
  tells: names,
  says: inValues,
});

/** Tells the applicant that the holder of a label gave its word. */
export const sponsorshipGiven = answered('given');

/** Tells the applicant that the holder of a label gives no word. */
export const sponsorshipDeclined = answered('declined');

function answered(state: 'given' | 'declined') {
  return letter({
    on: [`sponsorship.${state}`],
    topic: 'fileProgress',
    about: (deps, cause) => sponsorshipIn(state, 'organisationId', deps, cause),
    to: editors,
    path: ({ sponsorship }) => `applications/${sponsorship.applicationId}/sponsors`,
    tells: names,
    says: inValues,
  });
}

interface OfSponsorship {
  readonly sponsorship: Sponsorship;
  /** Who is written to. */
  readonly organisation: Organisation;
}

/** A sponsorship that is still in a state, and one of the two organisations of it. */
async function sponsorshipIn(
  state: Sponsorship['state'],
  side: 'sponsorId' | 'organisationId',
  { store }: Deps,
  { data }: Cause<'sponsorship.asked' | 'sponsorship.given' | 'sponsorship.declined'>,
): Promise<OfSponsorship | null> {
  const sponsorship = await store.sponsorship(data.sponsorshipId);
  if (sponsorship?.state !== state) return null;
  return { sponsorship, organisation: requireVisible(await store.organisation(sponsorship[side])) };
}

function names({ sponsorship: { shown, sponsor } }: OfSponsorship) {
  return { organisation: shown.organisation, sponsor };
}

function inValues({ organisation, sponsor }: ReturnType<typeof names>): LetterBody {
  return { values: { organisation, sponsor } };
}
