import { LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { DeclarationDraft } from '../../items/surveillance.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { waitsForHolder } from './newSurveillance.ts';

type Input = ItemInput<'surveillanceId'> & { readonly draft: DeclarationDraft };

/** Keeps what an owner or editor typed so far of what a task asks for, for whoever of them goes on. Gives the revision that it has now. */
export async function draftDeclaration(
  { store }: Pick<Deps, 'store'>,
  asker: Asker,
  { surveillanceId, revision, draft }: Input,
): Promise<number> {
  const known = requireVisible(await store.surveillance(surveillanceId));
  requireVisible(mayEdit(asker, known.context.organisationId));
  if (!waitsForHolder(known)) throw new LabelError('refused', { reasons: ['wrongState'] });
  await store.draftDeclaration(requireRevision(known, revision), draft);
  return revision + 1;
}
