import type { Language } from '../../../criteria/scheme.ts';
import { actorOf } from '../../common/actor.ts';
import { requireName } from '../../common/nameFaults.ts';
import { changeItem } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Topic } from '../../items/letters.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { noteOnPerson } from './noteOnPerson.ts';

/** A person's own name, which certificates and letters may print, and the language of their letters. */
export async function changeProfile(
  deps: Deps,
  asker: Asker,
  { name, language }: { readonly name: string; readonly language: Language },
): Promise<void> {
  requireName('name', name);
  if (name === asker.name && language === asker.language) return;
  await noteOnPerson(deps, asker.id, { facts: ['person.changed'] }, asker.request, { name, language });
}

/** Sets the topics of letters that the asker does not want; an unchanged set writes nothing. */
export async function setUnsubscribed(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  asker: Asker,
  input: { readonly topics: readonly Topic[] },
): Promise<void> {
  const person = requireVisible(await deps.store.person(asker.id));
  const unsubscribed = [...new Set(input.topics)].sort();
  if (unsubscribed.join() === [...person.unsubscribed].sort().join()) return;
  const at = deps.clock.now().toISOString();
  const line = { at, actor: actorOf(asker), facts: ['person.changed'] } as const;
  await deps.store.commit([changeItem(deps, 'people', person, { unsubscribed }, line)]);
}

/** Dependencies with access to the sessions of people. */
export interface EndingDeps extends Deps {
  readonly sessions: { endAll(personId: string): Promise<void> };
}

/** Ends every session of the asker, this one with them. */
export async function signOutEverywhere(deps: EndingDeps, asker: Asker): Promise<void> {
  await deps.sessions.endAll(asker.id);
  await noteOnPerson(deps, asker.id, { facts: ['person.signedOutEverywhere'] }, asker.request);
}
