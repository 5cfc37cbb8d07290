import { fault, LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { takesAnswers } from '../../../policies/stages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { documentsOf, type EvidenceDocument, oldestCounting } from '../../file/documentsOf.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/**
 * The application, for whoever may change its files now; `refused` when it is over. They change as long as its answers do:
 * what was sent is frozen beside them, and nothing shows by it how far a decision is.
 */
export async function openForEvidence(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  applicationId: string,
): Promise<Application> {
  const application = requireVisible(await deps.store.application(applicationId));
  requireVisible(mayEdit(asker, application.context.organisationId));
  if (!takesAnswers(application)) throw new LabelError('refused', { reasons: ['applicationOver'] });
  return application;
}

/** Where a document is, by its id. */
export interface DocumentPlace {
  readonly applicationId: string;
  readonly document: string;
}

/**
 * A document of an application for whoever may change it now; `refused` when the application takes no files any more, and
 * `notFound` for one of another application.
 */
export async function openDocument(
  deps: Deps,
  asker: Asker,
  { applicationId, document }: DocumentPlace,
): Promise<EvidenceDocument> {
  await openForEvidence(deps, asker, applicationId);
  const evidence = await deps.store.evidenceOf(applicationId);
  const documents = documentsOf(evidence, oldestCounting(deps));
  return requireVisible(documents.find(({ id }) => id === document));
}

/** Refuses work with a document that is not offered any more, by its name. */
export function requireOffered({ latest, withdrawn }: EvidenceDocument, field: string): void {
  if (!withdrawn) return;
  const params = { name: latest.name };
  throw new LabelError('invalid', { faults: [fault(field, 'documentWithdrawn', params)] });
}
