import { createHash } from 'node:crypto';
import type { Asker, Deps } from '../../ports/ports.ts';
import { noteOnPerson } from './noteOnPerson.ts';

type With = Pick<Deps, 'store' | 'ids' | 'clock'>;

/** A secret as it stands in the address of a calendar: 256 bits. */
const secretShape = /^[\w-]{43}$/;

/** Makes the secret address of the asker's calendar, and gives its secret, which is kept nowhere; one of before reads nothing any more. */
export async function makeCalendarFeed(deps: With, asker: Asker): Promise<string> {
  const secret = digestOf(deps.ids.secret(), 'base64url');
  const since = deps.clock.now().toISOString();
  const calendarFeed = { secretHash: digestOf(secret, 'hex'), since, roles: asker.roles };
  const made = 'person.calendarFeedMade';
  const facts = asker.calendarFeed ? (['person.calendarFeedRevoked', made] as const) : ([made] as const);
  await noteOnPerson(deps, asker.id, { facts }, asker.request, { calendarFeed });
  return secret;
}

/** Ends the secret address of the asker's calendar; where there is none, nothing is written. */
export async function revokeCalendarFeed(deps: With, asker: Asker): Promise<void> {
  if (!asker.calendarFeed) return;
  await noteOnPerson(deps, asker.id, { facts: ['person.calendarFeedRevoked'] }, asker.request, {
    calendarFeed: null,
  });
}

/** Whose calendar a secret opens: with the roles that they have still of those that counted when it was made; null for every other text. */
export async function readerOfFeed({ store }: Pick<Deps, 'store'>, secret: string): Promise<Asker | null> {
  if (!secretShape.test(secret)) return null;
  // Found by its digest: how long that takes tells nothing of the secret, however close another one comes.
  const person = await store.personByCalendarFeed(digestOf(secret, 'hex'));
  const counted = person?.calendarFeed?.roles ?? [];
  if (!person || person.removedAt !== null) return null;
  return { ...person, roles: person.roles.filter((role) => counted.includes(role)) };
}

function digestOf(text: string, as: 'hex' | 'base64url'): string {
  return createHash('sha256').update(text).digest(as);
}
