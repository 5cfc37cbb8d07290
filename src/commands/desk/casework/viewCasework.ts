import { isOfficer } from '../../../policies/who.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import type { CaseId, CaseNote } from '../../items/casework.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { caseSubject } from './caseSubject.ts';
import { untouched } from './changeCasework.ts';
import { holderOf, officersFor } from './officersFor.ts';

/** How many of what was tagged last give suggestions, and how many are given. */
const taggedLately = 500;
const maxSuggestions = 40;

export type CaseworkView = NonNullable<Awaited<ReturnType<typeof viewCasework>>>;

/** What officers added to an item, for one of them; null for anybody else, and for who may not add to it. */
export async function viewCasework(deps: Deps, asker: Asker, id: CaseId) {
  if (!isOfficer(asker)) return null;
  const subject = await caseSubject(deps, asker, id);
  const { store } = deps;
  const { organisationId } = subject;
  const [kept, officers, recent, people] = await Promise.all([
    store.casework(id),
    officersFor(deps, subject),
    store.recentTags(taggedLately),
    organisationId === null ? [] : store.peopleOf(organisationId),
  ]);
  const { owner, tags, followers, notes } = kept ?? untouched;
  const known = await peopleOf(deps, [...officers, ...people], notes);
  return {
    ...subject,
    holder: await holderOf(deps, owner, officers),
    /** Id of whose it is as it is stored, which a hand-over names. */
    from: owner,
    /** Whom it can be given to, but for who has it. */
    candidates: officers.filter((person) => person.id !== owner),
    isMine: owner === asker.id,
    tags,
    suggestions: mostUsed(recent).filter((tag) => !tags.includes(tag)),
    follows: followers.includes(asker.id),
    otherFollowers: officers.filter((person) => followers.includes(person.id) && person.id !== asker.id),
    /** Whom a note can be about. */
    people,
    /** The newest first. */
    notes: notes
      .map((note) => ({
        ...note,
        author: known.get(note.by) ?? null,
        aboutPerson: note.about === null ? null : (known.get(note.about) ?? null),
        isOwn: note.by === asker.id && note.handOver === undefined,
        handed: note.handOver && {
          from: known.get(note.handOver.from ?? '') ?? null,
          to: known.get(note.handOver.to ?? '') ?? null,
        },
      }))
      .reverse(),
  };
}

/** Everybody whom the notes name, by id; those who are read already are not read again. */
async function peopleOf({ store }: Pick<Deps, 'store'>, read: readonly Person[], notes: readonly CaseNote[]) {
  const known = new Map(read.map((person) => [person.id, person]));
  const named = notes.flatMap(({ by, about, handOver }) => [by, about, handOver?.from, handOver?.to]);
  const missing = [...new Set(named)].filter((id) => typeof id === 'string' && !known.has(id));
  const found = await Promise.all(missing.map((id) => store.person(id ?? '')));
  for (const person of found) if (person) known.set(person.id, person);
  return known;
}

/** Tags by how often they are in use, the first few. */
function mostUsed(tags: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b, bindingLanguage))
    .slice(0, maxSuggestions)
    .map(([tag]) => tag);
}
