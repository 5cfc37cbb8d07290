import type { Language } from '../../criteria/scheme.ts';
import { requireName } from '../nameFaults.ts';
import { noteOnPerson } from '../people/noteOnPerson.ts';
import type { Asker, Deps } from '../ports.ts';

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
