import { requireVisible } from '../commands/common/requireVisible.ts';
import { subjectOf, type WhoseLine } from '../commands/desk/digest/digestLine.ts';
import { digestOf } from '../commands/desk/digest/digestOf.ts';
import { letter } from './letter.ts';

/** Most lines of one letter; the pages have the rest. */
const max = 40;

/** Tells a person of the staff what waits for them as it stands when it goes: nothing where nothing does any more. */
export const workDigest = letter({
  on: ['person.digestDue'],
  topic: 'workDigest',
  personal: true,
  about: async (deps, { id }) => {
    const person = requireVisible(await deps.store.person(id));
    return { person, ...(await digestOf(deps, person)), publicUrl: deps.publicUrl };
  },
  holds: ({ lines }) => lines.length > 0,
  to: async ({ person }) => [person],
  path: () => 'day',
  tells: ({ lines, others, publicUrl }, { language }) => ({
    lines: lines.slice(0, max).map(({ what, dueOn, since = false, path, ...line }) => {
      return { what, about: subjectOf(line), dueOn, since, href: `${publicUrl}/${language}/${path}` };
    }),
    count: lines.length,
    /** How many of them nobody has, where some are the reader's own and come first. */
    free: lines.some(isFree) && !lines.every(isFree) ? lines.filter(isFree).length : 0,
    others,
  }),
  // A letter that was written before these were counted has none.
  says: ({ lines, count, free = 0, others = 0 }, { t, date }) => ({
    values: { count, more: count - lines.length, free, others },
    list: lines.map(({ what, about, dueOn, since, href }) => ({
      text: t(dueOn === null ? 'digest.line' : since ? 'digest.lineSince' : 'digest.lineDue', {
        what: t(what),
        about,
        due: dueOn === null ? '' : date(dueOn),
      }),
      href,
    })),
  }),
});

function isFree({ whose }: WhoseLine): boolean {
  return whose === 'nobody';
}
