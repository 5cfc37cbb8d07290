import { belongsTo, roleIn } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { applicantAppeal } from '../../file/applicantAppeal.ts';
import { documentsOf, offeredAmong, oldestCounting } from '../../file/documentsOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

export type LabelAppeals = Awaited<ReturnType<typeof viewLabelAppeals>>;

/** Appeals of a holder against decisions on its label, and the decisions that can be appealed against now; for its own people. */
export async function viewLabelAppeals(
  deps: Pick<Deps, 'store' | 'clock' | 'procedure'>,
  asker: Asker,
  { organisationId, number }: { readonly organisationId: string; readonly number: string },
) {
  requireVisible(belongsTo(asker, organisationId));
  const label = requireVisible(await deps.store.label(number));
  requireVisible(label.context.organisationId === organisationId);
  const { applicationId, appealable } = label.context;
  const [appeals, evidence] = await Promise.all([
    deps.store.appealsOf(applicationId),
    deps.store.evidenceOf(applicationId),
  ]);
  const documents = documentsOf(evidence, oldestCounting(deps));
  const files = documents.flatMap(({ latest, earlier }) => [latest, ...earlier]);
  const now = deps.clock.now().toISOString();
  return {
    label,
    organisationId,
    role: roleIn(asker, organisationId),
    open: appealable.filter(({ until }) => now < until),
    documents: offeredAmong(documents),
    /** When anything was said or decided on it last. */
    decidedAt: label.words?.at(-1)?.at ?? now,
    appeals: appeals
      .filter(({ context }) => context.labelNumber === number)
      .map((appeal) => ({
        ...applicantAppeal(appeal),
        documents: files.flatMap(({ id, name }) => (appeal.documents.includes(id) ? name : [])),
      })),
  };
}
