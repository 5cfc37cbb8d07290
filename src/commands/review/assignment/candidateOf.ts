import type { Bonds, Candidate } from '../../../assignment/candidate.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { unavailable } from '../../../policies/reviewer.ts';
import { barring, type ImpartialityRules, type Tie } from '../../../policies/tie.ts';
import { isReviewer } from '../../../policies/who.ts';
import type { Day } from '../../../register/day.ts';
import type { Person, ReviewerProfile } from '../../items/items.ts';

/** A person as a candidate on a day; who lost the role or the access is not admitted, whatever their profile says. */
export function candidateOf(
  person: Person,
  profile: ReviewerProfile | null,
  { load, max, today }: { readonly load: number; readonly max: number; readonly today: Day },
): Candidate {
  const holds = isReviewer(person) && person.removedAt === null;
  return {
    personId: person.id,
    seat: profile?.seat ?? null,
    sector: profile?.sector ?? null,
    themes: profile?.themes ?? [],
    sectors: profile?.sectors ?? [],
    legalForms: profile?.legalForms ?? [],
    languages: profile?.languages ?? [],
    unavailable: unavailable(holds ? profile : null, today),
    load,
    cap: Math.min(profile?.capacity ?? 0, max),
  };
}

/** What binds a person to an organisation on a day, told by its ties of whatever people and by the person's memberships. */
export function bondsOf(
  person: Person,
  { organisationId, ties }: { readonly organisationId: string; readonly ties: readonly Tie[] },
  rules: ImpartialityRules,
  today: Day,
): Bonds {
  const own = ties.filter((tie) => tie.personId === person.id && tie.organisationId === organisationId);
  const bars = barring(own, rules, today);
  const kinds = bars.map(({ kind }) => kind);
  return {
    barring: [...new Set(belongsTo(person, organisationId) ? (['member', ...kinds] as const) : kinds)],
    other: own.filter((tie) => !bars.includes(tie)).map(({ kind }) => kind),
  };
}
