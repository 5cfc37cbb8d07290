import { addDays, type Day } from '../../../register/day.ts';
import { folded } from '../../../register/folded.ts';
import { sameTerms } from '../../../register/sameWords.ts';
import { allWords, tellingWords } from '../../../register/searchWords.ts';
import type { Person, StaffRole } from '../../items/items.ts';
import type { DeskKind, DeskSearch } from '../../ports/deskPorts.ts';
import { deskTerm, exactTerm } from '../../ports/deskTerms.ts';
import type { Deps } from '../../ports/ports.ts';
import type { Asked, Operator, SearchFault } from './searchLanguage.ts';

const firstDay: Day = '1900-01-01';

type With = Pick<Deps, 'store'>;

/** What a search asks of rows, or who of it is nobody. */
export async function searchOf(
  deps: With,
  asker: Person,
  kind: DeskKind,
  asked: readonly Asked[],
  today: Day,
): Promise<{ readonly search: DeskSearch; readonly faults: readonly SearchFault[] }> {
  const faults: SearchFault[] = [];
  const terms: (readonly string[])[] = [];
  const days: DeskSearch['days'][number][] = [];
  const words = asked.flatMap((one) => (one.op === 'word' ? [one.text] : []));
  // Together: an article beside a name is not looked for, one that stands alone is.
  for (const { word } of tellingWords(words.join(' '))) terms.push(sameTerms(word));
  for (const one of asked) {
    if ('text' in one) {
      if (one.op === 'exact') terms.push(...allWords(one.text).map(({ word }) => [exactTerm(word)]));
    } else if (one.op === 'overdue') days.push({ of: 'due', from: firstDay, to: addDays(today, -1) });
    else if (one.op === 'ends') days.push({ of: 'ends', from: today, to: addDays(today, Number(one.value)) });
    else if (isOfPeople(one.op)) {
      const ids = await named(deps, asker, one.op === 'reviewer' ? 'reviewer' : 'officer', one.value);
      if (ids.length === 0) faults.push({ code: 'noPerson', piece: one.value.slice(0, 40) });
      terms.push(ids.map((id) => deskTerm(one.op, id)));
    } else terms.push([deskTerm(one.op, one.value)]);
  }
  const said = words.length > 0 || asked.some((one) => one.op === 'exact');
  if (said && terms.length === 0) faults.push({ code: 'nothing', piece: words.join(' ').slice(0, 40) });
  return { search: { kind, terms, days }, faults };
}

function isOfPeople(op: Operator): op is 'owner' | 'reviewer' | 'follower' {
  return op === 'owner' || op === 'reviewer' || op === 'follower';
}

/** Ids of the people of a role whom a value means: oneself, nobody, an id, or all of whose names, or whose address, one begins so. */
async function named(
  { store }: With,
  asker: Person,
  role: StaffRole,
  value: string,
): Promise<readonly string[]> {
  if (value === 'me') return [asker.id];
  if (value === 'none') return [''];
  if (/^[0-9A-Z]{26}$/.test(value)) return [value];
  const beginning = folded(value);
  const people = await store.peopleWith(role);
  return people
    .filter(({ name, email }) => ` ${folded(name)} ${email}`.includes(` ${beginning}`))
    .map(({ id }) => id);
}
