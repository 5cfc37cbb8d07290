import type { Sponsorship } from '../../../commands/items/items.ts';
import type { Deps } from '../../../commands/ports/ports.ts';
import { searchRegister } from '../../../commands/register/searchRegister.ts';

/** Labels that hold today and answer to a text, of organisations that an applicant may still ask for a statement. */
export async function findSponsors(
  deps: Pick<Deps, 'store' | 'clock' | 'publicUrl'>,
  text: string,
  { applicantId, known }: { readonly applicantId: string; readonly known: readonly Sponsorship[] },
) {
  const { entries, next } = await searchRegister(
    deps,
    { text, valid: 'yes' },
    { page: null, counted: false },
  );
  const barred = new Set([applicantId, ...known.map(({ sponsorId }) => sponsorId)]);
  return {
    labels: entries.filter(({ organisation }) => !barred.has(organisation.id)),
    /** Whether further labels answer to the text. */
    isCut: next !== null,
  };
}
