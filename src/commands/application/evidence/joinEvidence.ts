import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { requireCriterion } from '../selfAssessment/answerCriterion.ts';
import { answerIn } from '../selfAssessment/answerIn.ts';
import { type DocumentPlace, openDocument, requireOffered } from './openDocument.ts';

/** `notFound` for a criterion that the version does not have, or an offer that the working copy does not name. */
export function requirePlace(
  published: PublishedScheme,
  { offersNamed }: Pick<SelfAssessment, 'offersNamed'>,
  { offerId, criterion }: CriterionPlace,
): void {
  requireCriterion(published, offerId, criterion);
  if (offerId !== '') requireVisible(offersNamed.find(({ id }) => id === offerId));
}

type Joint = DocumentPlace & CriterionPlace;

/** Joins a document of the library to a criterion that it proves; joined already, it stays so. What is typed there stays. */
export async function attachEvidence(deps: Deps, asker: Asker, input: Joint): Promise<void> {
  const { applicationId, offerId, criterion, document } = input;
  const { assessment, published, edit } = await workingCopy(deps, asker, applicationId);
  requirePlace(published, assessment, input);
  requireOffered(await openDocument(deps, asker, input), `${criterion}.files`);
  await edit({ part: 'files', offerId, criterion, document, joined: true });
}

/** Takes a document from a criterion; it stays in the library and with the other criteria. Not joined, nothing changes. */
export async function detachEvidence(deps: Deps, asker: Asker, input: Joint): Promise<void> {
  const { applicationId, offerId, criterion, document } = input;
  const { assessment, published, edit } = await workingCopy(deps, asker, applicationId);
  requirePlace(published, assessment, input);
  await openDocument(deps, asker, input);
  if (!answerIn(assessment, input)?.files?.includes(document)) return;
  await edit({ part: 'files', offerId, criterion, document, joined: false });
}
