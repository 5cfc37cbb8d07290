import type { Language } from '../../../criteria/scheme.ts';
import { requireName } from '../../common/nameFaults.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

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
