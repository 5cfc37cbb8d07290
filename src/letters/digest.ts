import { requireVisible } from '../commands/common/requireVisible.ts';
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
    return { person, lines: await digestOf(deps, person), publicUrl: deps.publicUrl };
  },
  holds: ({ lines }) => lines.length > 0,
  to: async ({ person }) => [person],
  path: () => 'day',
  tells: ({ lines, publicUrl }, { language }) => ({
    lines: lines.slice(0, max).map(({ what, about, dueOn, since = false, path }) => {
      return { what, about, dueOn, since, href: `${publicUrl}/${language}/${path}` };
    }),
    count: lines.length,
  }),
  says: ({ lines, count }, { t, date }) => ({
    values: { count, more: count - lines.length },
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
