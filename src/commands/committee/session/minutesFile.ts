import type { Session } from '../../items/decidingItems.ts';
import type { AboutFile, Handover, MinutesFile } from '../../items/papers.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { ConcludedFile } from './minutesOf.ts';

/** What of the minutes a person may read: of the `files` that they may know of, those they sat on and those whose decision is not sealed. */
export function minutesFor(
  { id }: Pick<Asker, 'id'>,
  { context }: Pick<Session, 'context'>,
  concluded: readonly ConcludedFile[],
  files: readonly ListedFile[],
): readonly ConcludedFile[] {
  return concluded.filter(({ applicationId, outcome }) => {
    const file = files.find((known) => known.id === applicationId);
    if (!file) return false;
    const recused = context.recusals.some(
      (one) => one.applicationId === applicationId && one.personId === id,
    );
    const sat = context.attended.includes(id) && !recused;
    return sat || outcome === 'deferred' || file.state !== 'decided';
  });
}

/** Gives the name of a person who sat, also of one who left the committee since. */
export type Names = (id: string) => string;

/** Names of everyone who is named in the minutes of a session. */
export async function namesIn(
  { store }: Pick<Deps, 'store'>,
  { context, words, signatures, attendance, minutesDraft }: Session,
  files: readonly ConcludedFile[],
): Promise<Names> {
  const spoke = [...context.recusals, ...context.chairs, ...words, ...signatures].map((one) => one.personId);
  const noted = [minutesDraft?.by, ...attendance.map((one) => one.noted?.by), ...words.map((one) => one.by)];
  const ids = [...context.attended, ...spoke, ...noted, ...files.map(({ chair }) => chair)];
  const named = [...new Set(ids)].filter((id) => typeof id === 'string');
  const people = await Promise.all(named.map((id) => store.person(id)));
  const known = new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
  return (id) => known.get(id) ?? '';
}

/** What the minutes say of one file. */
export function minutesFile(
  { words, handovers = [], additions = [] }: Session,
  { applicationId, chair, vote, ballots, outcome, reason, conditions }: ConcludedFile,
  {
    organisation,
    about: { kind, scope, succeeds },
  }: { readonly organisation: string; readonly about: AboutFile },
  names: Names,
): MinutesFile {
  const here = <T extends { readonly applicationId: string | null }>(list: readonly T[]) =>
    list.filter((one) => one.applicationId === applicationId);
  return {
    number: applicationId,
    kind,
    scope,
    ...(succeeds && { succeeds }),
    organisation,
    chair: names(chair),
    handovers: here(handovers).map((one) => handoverOf(one, names)),
    recusals: here(words)
      .filter(({ choice }) => choice === null)
      .map(({ personId, ground = 'word' as const, by = '', ...word }) => {
        return { name: names(personId), reason: word.reason, ground, by: names(by) };
      }),
    votes: ballots.map(({ personId, ...ballot }) => ({ ...ballot, name: names(personId) })),
    casting: vote !== null && vote.for === vote.against && outcome !== 'refused' && outcome !== 'kept',
    outcome,
    reason,
    conditions,
    remarks: here(additions).map(({ text }) => text),
  };
}

/** A handover of the chair as minutes name it. */
export function handoverOf(
  { personId, reason, at }: NonNullable<Session['handovers']>[number],
  names: Names,
): Handover {
  return { name: names(personId), reason, at };
}
