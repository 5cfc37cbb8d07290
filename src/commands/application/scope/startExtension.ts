import { refuseFor } from '../../../errors.ts';
import { isExtendable } from '../../../policies/labelScope.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { renewalOpens } from '../../../policies/renewalWindow.ts';
import { dayOf } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Application, Label } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isUnderWay, requireNoDraft } from '../selfAssessment/openFiles.ts';
import { startApplication } from '../selfAssessment/startApplication.ts';
import { labelBeginning } from './labelBeginning.ts';

interface Input {
  readonly labelNumber: string;
  /** One that was withdrawn or lapsed, whose offers and answers are taken up again. */
  readonly resumed?: Application;
}

/**
 * Opens an extension of a label that holds, by offers that are named in it: it asks for the criteria of offers alone, under the
 * version of that label. Once the label can be renewed, new offers go with its renewal. Gives its number.
 */
export async function startExtension(deps: Deps, asker: Asker, input: Input): Promise<string> {
  const label = requireVisible(await deps.store.label(input.labelNumber));
  const { organisationId } = label.context;
  requireVisible(mayEdit(asker, organisationId));
  await requireExtendable(deps, label);
  const from = await labelBeginning(deps, label, { label: label.id, offers: [] }, []);
  return startApplication(deps, asker, {
    organisationId,
    from: await withEarlier(deps, from, input.resumed),
  });
}

/** Refuses an extension that cannot be started now, with the reasons. */
export async function requireExtendable(deps: Deps, label: Label): Promise<void> {
  const { organisationId, applicationId } = label.context;
  refuseFor({ labelNotExtendable: !isExtendable(label) });
  const { criteriaVersion } = requireVisible(await deps.store.application(applicationId)).context;
  const { renewalWindowDays } = schemeOf(deps, criteriaVersion).scheme.validity;
  const today = dayOf(deps.clock.now().toISOString());
  const files = await deps.store.applicationsOf([organisationId]);
  refuseFor({
    renewalOpen: today >= renewalOpens(label.context, renewalWindowDays),
    oneFileAtATime: files.some(isUnderWay),
  });
  await requireNoDraft(deps, organisationId);
}

async function withEarlier(
  { store }: Pick<Deps, 'store'>,
  from: Awaited<ReturnType<typeof labelBeginning>>,
  resumed: Application | undefined,
) {
  if (!resumed) return from;
  const before = requireVisible(await store.selfAssessment(resumed.id));
  const { facts, offers, offersNamed, certificates } = before;
  return {
    ...from,
    copy: { ...from.copy, facts, offers, offersNamed, ...(certificates && { certificates }) },
    evidence: await store.evidenceOf(resumed.id),
  };
}
