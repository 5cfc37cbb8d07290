import { belongsTo } from '../../../policies/organisation.ts';
import type { LabelDecision } from '../../../register/sanction.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { requireReason } from '../../common/requireReason.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { newestFilesOf } from '../../file/documentsOf.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import { type LabelInput, labelFile } from '../../label/sanctions/sanction.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { newAppeal } from './lodgeAppeal.ts';

/** An owner of the holder appeals against a decision on its label, once a decision and in time (ISO/IEC 17065, 7.13); gives the appeal's id. */
export async function lodgeLabelAppeal(
  deps: Deps,
  asker: Asker,
  input: LabelInput & Pick<Appeal, 'ground' | 'grounds' | 'documents'> & { readonly against: LabelDecision },
): Promise<string> {
  const { label, file, eventMeta } = await labelFile(deps, asker, input);
  requireVisible(belongsTo(asker, label.context.organisationId));
  const { against, ground } = input;
  const grounds = requireReason(input.grounds, 'grounds');
  const lodged = applyToLabel(deps, label, { type: 'lodgeAppeal', ...eventMeta, against, grounds });
  const documents = await newestFilesOf(deps, file.id, input.documents);
  const of = {
    applicationId: file.id,
    organisationId: label.context.organisationId,
    against,
    labelNumber: label.id,
  };
  const appeal = newAppeal(deps, of, { ground, grounds, documents }, eventMeta);
  await deps.store.commit([appeal, lodged]);
  return appeal.after.id;
}
