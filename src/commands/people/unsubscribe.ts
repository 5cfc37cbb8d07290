import { LabelError } from '../../errors.ts';
import { isTopic, type Topic } from '../letters.ts';
import type { Deps } from '../ports.ts';
import { untilTaken } from '../untilTaken.ts';
import { setUnsubscribed } from './setUnsubscribed.ts';
import { isTokenOf } from './unsubscribeLink.ts';

/** What a link in a letter says, as it came. */
export interface SentLink {
  readonly personId: string;
  readonly topic: string;
  readonly token: string;
}

/** The topic that a link ends, or `notFound` when the service did not write it. */
export function topicOfLink(key: Buffer, { personId, topic, token }: SentLink): Topic {
  if (!isTopic(topic) || !isTokenOf(key, { personId, topic }, token)) throw new LabelError('notFound');
  return topic;
}

/** Ends a topic for the person of a link; done already, or the person gone, it does nothing. `notFound` for a forged link. */
export async function unsubscribe(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  input: SentLink & { readonly key: Buffer },
): Promise<void> {
  const topic = topicOfLink(input.key, input);
  await untilTaken(async () => {
    const person = await deps.store.person(input.personId);
    if (!person || person.removedAt !== null) return;
    const others = person.unsubscribed.filter(isTopic);
    await setUnsubscribed(deps, person, { topics: [...others, topic] });
  });
}
