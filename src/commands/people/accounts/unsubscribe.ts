import { LabelError } from '../../../errors.ts';
import { actorOf } from '../../common/actor.ts';
import { changeItem } from '../../common/noteOn.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { isTokenOf, tokenOf } from '../../common/signedLink.ts';
import { isTopic, type Topic } from '../../items/letters.ts';
import type { Deps } from '../../ports/ports.ts';

/** What a link in a letter says, as it came. */
export interface SentLink {
  readonly personId: string;
  readonly topic: string;
  readonly token: string;
}

/** The topic that a link ends, or `notFound` when the service did not write it. */
export function topicOfLink(key: Buffer, { personId, topic, token }: SentLink): Topic {
  if (!isTopic(topic) || !isTokenOf(key, [personId, topic], token)) throw new LabelError('notFound');
  return topic;
}

/** Ends a topic for the person of a link, and says which; a forged link is `notFound`, and done already it changes nothing. */
export async function unsubscribe(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  input: SentLink & { readonly key: Buffer },
): Promise<Topic> {
  const topic = topicOfLink(input.key, input);
  await retryOnConflict(async () => {
    const person = await deps.store.person(input.personId);
    if (!person || person.removedAt !== null) return;
    if (person.unsubscribed.includes(topic)) return;
    const unsubscribed = [...person.unsubscribed, topic].sort();
    const at = deps.clock.now().toISOString();
    const line = { at, actor: actorOf(person), facts: ['person.changed'] } as const;
    // On the person as just read: of two links at the same moment, the second is tried again on what the first wrote.
    await deps.store.commit([changeItem(deps, 'people', person, { unsubscribed }, line)]);
  });
  return topic;
}

/** What a link lets its holder do: end one topic for one person, and nothing else. */
interface Subscription {
  readonly personId: string;
  readonly topic: Topic;
}

/** Path and query after the language, for a letter; it works without signing in and never expires. */
export function unsubscribeLink(key: Buffer, { personId, topic }: Subscription): string {
  const query = new URLSearchParams({ person: personId, topic, token: tokenOf(key, [personId, topic]) });
  return `/unsubscribe?${query}`;
}
