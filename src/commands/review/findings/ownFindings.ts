import { belongsTo } from '../../../policies/organisation.ts';
import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type FindingLine, findingLines } from './findingLines.ts';
import { isMajor, isUnanswered } from './openFindings.ts';
import { submitCorrection } from './submitCorrection.ts';

/** The findings of an application as the people of its organisation answer them. */
export interface OwnFindings {
  readonly lines: readonly FindingLine[];
  /** Whether the correction is asked for and this person can send it once it is complete. */
  readonly sends: boolean;
  /** Major findings without a proof. */
  readonly unanswered: number;
}

/** The findings of an application for the people of its organisation; to anyone else there is none. */
export async function ownFindings(deps: Deps, asker: Asker, applicationId: string): Promise<OwnFindings> {
  const application = requireVisible(await deps.store.application(applicationId));
  requireVisible(belongsTo(asker, application.context.organisationId) || null);
  const lines = await findingLines(deps, asker, application);
  const majors = lines.map(({ finding }) => finding).filter(isMajor);
  const { id, revision } = application;
  const against =
    application.state === 'correction'
      ? await dryRun(deps, (dry) => submitCorrection(dry, asker, { applicationId: id, revision }))
      : ['wrongState'];
  return {
    lines,
    sends: against.every((reason) => reason === 'findingsAnswered'),
    unanswered: majors.filter(isUnanswered).length,
  };
}
