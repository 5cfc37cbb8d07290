import type { Bonds, Candidate, Wanted } from '../../../assignment/candidate.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { unavailable } from '../../../policies/reviewer.ts';
import { barring, type ImpartialityRules, type Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { isReviewer } from '../../../policies/who.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import type { Day } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { rulesOf } from '../../common/schemeOf.ts';
import type { Application, Person, ReviewerProfile } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** A person as a candidate on a day; who lost the role or the access is not admitted, whatever their profile says. */
export function candidateOf(
  person: Person,
  profile: ReviewerProfile | null,
  { load, max, today }: { readonly load: number; readonly max: number; readonly today: Day },
): Candidate {
  const holds = isReviewer(person) && person.removedAt === null;
  return {
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

/** What binds a person to an organisation on a day: their ties, and their memberships. */
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

/** What counts of a file that looks for its reviewers: what its organisation is, and in which language it was sent. */
export async function wantedOf(deps: Deps, { id, context }: Application): Promise<Wanted> {
  const store = deps.store.seenBy(everything);
  const organisation = requireVisible(await store.organisation(context.organisationId));
  const snapshot = await store.snapshot(id, context.snapshots);
  const signer = snapshot?.content.declarations?.personId;
  const sender = signer === undefined ? null : await store.person(signer);
  return {
    organisationId: organisation.id,
    sector: organisation.sector,
    legalForm: organisation.legalForm,
    language: sender?.language ?? bindingLanguage,
    themes: rulesOf(deps, context).scheme.themes.map((theme) => theme.id),
  };
}

/**
 * Who must be in the team of a file: the procedure's rule for as many people as the file's own limits ask for; where two reviews
 * diverge, one person of any seat.
 */
export function pairRuleOf({ procedure }: Pick<Deps, 'procedure'>, { state, context }: Application) {
  if (state === 'moderation') return { peers: 0, others: 0, size: 1 };
  return { ...procedure.pair, size: context.limits.reviewers };
}

/**
 * How many files each of some people was asked for or scores, counted over files that still wait for their review; of whatever
 * organisation, because a cap has to count what is hidden from some.
 */
export async function loadsOf({ store }: Pick<Deps, 'store'>, personIds: readonly string[]) {
  const underWay = await store.seenBy(everything).reviewsUnderWay(personIds);
  return new Map(
    personIds.map((id) => {
      const own = underWay.filter(({ personId }) => personId === id);
      const scoring = own.filter(({ state }) => state === 'scoring').length;
      return [id, { asked: own.length, scoring }];
    }),
  );
}
