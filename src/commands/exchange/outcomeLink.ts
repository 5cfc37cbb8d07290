import { LabelError } from '../../errors.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { everything } from '../../policies/view.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { isTokenOf, tokenOf } from '../common/signedLink.ts';
import type { ExchangeOutcome } from '../items/conversation.ts';
import type { Deps } from '../ports/ports.ts';
import { type OwnConversation, sideOf } from './conversation.ts';
import { sayOutcome } from './outcomes.ts';
import { namesOf, otherSide } from './views/listExchanges.ts';

/** How long the link of a letter works: later, one signs in. */
const maxDays = 60;
const dayMs = 86_400_000;

/** What a link says, as it came. */
export interface OutcomeLink extends OwnConversation {
  readonly personId: string;
  readonly token: string;
}
type Read = OutcomeLink & { readonly key: Buffer };

/** Where a letter asks what came of a conversation, after the language; it works once it is signed for its reader. */
export function outcomePath({ conversationId, organisationId }: OwnConversation): string {
  return `outcome?${new URLSearchParams({ conversation: conversationId, organisation: organisationId })}`;
}

/** That address as the letter to a person has it. */
export function signedOutcomeLink(key: Buffer, href: string, personId: string): string {
  const url = new URL(href);
  const said = (name: string) => url.searchParams.get(name) ?? '';
  const link = { personId, conversationId: said('conversation'), organisationId: said('organisation') };
  url.searchParams.set('person', personId);
  url.searchParams.set('token', tokenOf(key, partsOf(link)));
  return url.href;
}

/** What a link asks and what was said so far; null where it works no more. `notFound` for one that the service did not write. */
export async function openOutcomeLink(deps: Pick<Deps, 'store' | 'clock'>, link: Read) {
  if (!isTokenOf(link.key, partsOf(link), link.token)) throw new LabelError('notFound');
  const { clock } = deps;
  // The link is the proof: nobody is signed in.
  const store = deps.store.seenBy(everything);
  const { conversationId, organisationId, personId } = link;
  const found = await store.conversation(conversationId);
  const person = await store.person(personId);
  if (!found?.askedAt || !person || person.removedAt !== null || !mayEdit(person, organisationId))
    return null;
  if (clock.now().getTime() - Date.parse(found.askedAt) > maxDays * dayMs) return null;
  const conversation = sideOf(found, organisationId);
  const other = otherSide(conversation, organisationId);
  const names = await namesOf({ store }, [organisationId, other]);
  const need = await store.need(conversation.needId);
  const said = conversation.outcomes.find((one) => one.organisationId === organisationId);
  return {
    ...{ person, said: said ?? null, title: need?.title ?? '' },
    ...{ organisation: names.get(organisationId) ?? '', other: names.get(other) ?? '' },
  };
}

/** Says by a link what came of a conversation, for the person whom the letter was written to. A value said before stays. */
export async function sayByLink(
  deps: Deps,
  link: Read & { readonly outcome: ExchangeOutcome },
): Promise<void> {
  const { person, said } = requireVisible(await openOutcomeLink(deps, link));
  const { conversationId, organisationId, outcome } = link;
  const own = { ...deps, store: deps.store.seenBy(everything) };
  await sayOutcome(own, person, { conversationId, organisationId, outcome, value: said?.value ?? null });
}

function partsOf({ personId, conversationId, organisationId }: Omit<OutcomeLink, 'token'>) {
  return ['outcome', personId, conversationId, organisationId];
}
