import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { impactOf, withLevels } from '../../../scoring/impact.ts';
import { everyItem } from '../../common/pages.ts';
import { cycleOfCopy, schemeOf } from '../../common/schemeOf.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { settledOf } from '../../file/reviewMarks.ts';
import type { DryRunLine } from '../../items/changePack.ts';
import type { Application, Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

type With = Pick<Deps, 'store' | 'schemes'>;

/** Labels that a renewal follows, or that hold again once a suspension is over. */
export const living: readonly Label['state'][] = ['active', 'extended', 'suspended', 'withdrawalPending'];

/**
 * Judges every living label, at the levels that its committee decided on and as at a renewal, and every draft, as it is claimed, by
 * another version of the criteria. Nothing is written, and few files are in memory at a time.
 */
export async function* dryRunCriteria(deps: With, after: PublishedScheme): AsyncGenerator<DryRunLine> {
  for await (const label of everyItem((page) => deps.store.labelsIn(living, page))) {
    const line = await labelLine(deps, label, after);
    if (line) yield line;
  }
  for await (const draft of everyItem((page) => deps.store.applicationsIn(['draft'], page))) {
    const line = await draftLine(deps, draft, after);
    if (line) yield line;
  }
}

/** The same for one label; null where its file is not kept here, as of a specimen of the register. */
export async function labelLine(
  deps: With,
  { id, context }: Label,
  { scheme: after }: PublishedScheme,
): Promise<DryRunLine | null> {
  const { applicationId, organisationId } = context;
  if (!(await deps.store.application(applicationId))) return null;
  const file = await frozenFile(deps, applicationId);
  const settled = settledOf(file);
  if (!settled) return null;
  const { scheme } = file.published;
  const { assessment } = file.snapshot.content;
  const impact = impactOf(scheme, after, withLevels(assessment, settled), 'renewal');
  return { kind: 'label', number: id, organisationId, criteriaVersion: scheme.version, ...impact };
}

/** The same for a draft; null where nothing is kept of it, or where it falls under the version of its label. */
export async function draftLine(
  deps: With,
  { id, context }: Application,
  { scheme: after }: PublishedScheme,
): Promise<DryRunLine | null> {
  const copy = context.scope ? null : await deps.store.selfAssessment(id);
  if (!copy) return null;
  const { organisationId, criteriaVersion } = context;
  const { scheme } = schemeOf(deps, criteriaVersion);
  const impact = impactOf(scheme, after, copy, cycleOfCopy(copy));
  return { kind: 'draft', number: id, organisationId, criteriaVersion, ...impact };
}
