import type { SponsorDesk } from '../../../commands/application/views/viewSponsorship.ts';
import type { Sponsored } from '../../../commands/file/sponsors.ts';
import { meanings } from '../../../criteria/meanings.ts';
import type { SchemeText } from '../../../criteria/scheme.ts';

export type SponsorDeskView = ReturnType<typeof sponsorDesk>;

/** A sponsorship for the people of the holder: what they may know of the file, and what they can do. */
export function sponsorDesk({ sponsorship, open, mayAnswer }: SponsorDesk) {
  const { id, shown, labelNumber, state, note, askedAt, answeredAt } = sponsorship;
  const asked = state === 'asked';
  return {
    id,
    ...shown,
    label: labelNumber,
    state,
    on: answeredAt ?? askedAt,
    note,
    may: { answer: asked && open && mayAnswer, withdraw: state === 'given' && open && mayAnswer },
    /** Why nothing can be answered; null where it can, or was. */
    closed: !asked ? null : !open ? 'over' : !mayAnswer ? 'reader' : null,
  } as const;
}

export type SponsoredCard = NonNullable<ReturnType<typeof sponsoredCard>>;

/** What an organisation gave in its cycle, on the criterion that it is about; null where there is no cycle to count in. */
export function sponsoredCard(sponsored: Sponsored | null, { criteria }: SchemeText) {
  const text = criteria[meanings.sponsoring]?.levels[levelOfSponsors];
  return (
    sponsored && {
      ...sponsored,
      criterion: meanings.sponsoring,
      /** The level that the rule gives for it; null where no word was given. */
      suggests: sponsored.days.length > 0 && text ? { level: levelOfSponsors, text } : null,
    }
  );
}

/** The level whose anchor is a sponsored file (docs/design/criteria.md#sponsorship). */
const levelOfSponsors = 3;
