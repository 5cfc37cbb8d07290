import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { advanceToEvaluation, advanceToLabel, type Cast, deliver, filledDraft } from './applicationSteps.ts';
import { remembered } from './run/remember.ts';
import type { TestService } from './run/service.ts';
import { specimen } from './samples/specimen.ts';

/** An organisation that went through the whole workflow and holds a label. */
export interface IssuedLabel {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly number: string;
  readonly owner: Person;
}

/** From a filled draft to the issued label; `overrides` are scores of both reviewers that differ from the claim. */
async function advanceToIssuedLabel_(
  service: TestService,
  cast: Cast,
  { id, owner }: { readonly id: string; readonly owner: Person },
  overrides = specimen.reviews,
): Promise<string> {
  const { deps } = service;
  const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
  for (const [i, reviewId] of reviewIds.entries()) {
    await deliver(deps, cast.reviewers[i as 0 | 1], reviewId, overrides[i]);
  }
  const number = await advanceToLabel(deps, cast, id, owner);
  await service.work();
  return number;
}

/** The specimen's organisation with a label, of a new person. */
async function issueLabel_(service: TestService, cast: Cast, name: string): Promise<IssuedLabel> {
  const draft = await filledDraft(service.deps, await service.person(name));
  const number = await advanceToIssuedLabel(service, cast, draft);
  const { organisationId } = requireVisible(draft.owner.memberships[0]);
  return { applicationId: draft.id, organisationId, number, owner: draft.owner };
}

export const issueLabel = remembered('issueLabel', issueLabel_, ({ deps }) => deps);

export const advanceToIssuedLabel = remembered(
  'advanceToIssuedLabel',
  advanceToIssuedLabel_,
  ({ deps }) => deps,
);
