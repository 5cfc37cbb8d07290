import type { BarredItem, DeskWorld } from './deskWorld.ts';
import type { Doc, Stored } from './storedWorld.ts';

/** How somebody is kept from an item: a tie, their word in a session, its evaluation, or another part in it. */
export const ways = ['tie', 'word', 'evaluation', 'part'] as const;
export type Way = (typeof ways)[number];

/** What is stored, with a person kept from an item. */
export function barring(
  stored: Stored,
  { ids, tie }: Pick<DeskWorld, 'ids' | 'tie'>,
  personId: string,
  item: BarredItem,
  way: Way,
): Stored {
  const { applicationId, organisationId } = item;
  const change = (name: string, is: (doc: Doc) => boolean, changed: (doc: Doc) => Doc): Stored =>
    new Map([...stored, [name, (stored.get(name) ?? []).map((doc) => (is(doc) ? changed(doc) : doc))]]);
  if (way === 'tie') {
    const swap = (text: string) =>
      text.replaceAll(tie.personId, personId).replaceAll(tie.organisationId, organisationId);
    const own = (stored.get('ties') ?? []).filter((doc) => doc.personId === tie.personId);
    const ties = own.map((doc): Doc => JSON.parse(swap(JSON.stringify(doc))));
    return new Map([...stored, ['ties', [...(stored.get('ties') ?? []), ...ties]]]);
  }
  if (way === 'word')
    return change(
      'committeeSessions',
      ({ _id }) => _id === ids.cancelled,
      (session) => {
        const { context, words } = session as { context: { recusals: unknown[] }; words: unknown[] } & Doc;
        const word = {
          applicationId,
          personId,
          choice: null,
          reason: 'Un lien.',
          at: '2027-10-01T08:00:00.000Z',
        };
        const recusals = [...context.recusals, { applicationId, personId }];
        return { ...session, context: { ...context, recusals }, words: [...words, word] };
      },
    );
  const field = way === 'evaluation' ? 'moderatedBy' : 'screenedBy';
  return change(
    'applications',
    ({ _id }) => _id === applicationId,
    (file) => ({ ...file, context: { ...(file.context as object), [field]: personId } }),
  );
}
