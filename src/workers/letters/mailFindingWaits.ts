import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Application, Person } from '../../commands/items/items.ts';
import type { LetterParams } from '../../commands/items/letters.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { fileOf } from './fileOf.ts';
import { findingOf } from './findingOf.ts';
import { sendLetters } from './sendLetters.ts';
import { servingOn } from './servingOn.ts';

/**
 * Tells those who judge what waits for them: the reviewers of the file, or the officers once the label carries the finding on,
 * and of one that is late. Proofs of major findings come together, when the correction is sent.
 */
export async function mailFindingWaits(deps: Deps, job: Job): Promise<void> {
  if (job.fact === 'application.corrected') {
    const { application, organisation } = await fileOf(deps, job.stream);
    return tell(deps, job, application, {
      what: 'correction',
      organisation: organisation.name,
      criterionIn: () => '',
    });
  }
  const { finding, application, organisation, criterionIn } = await findingOf(deps, job.stream);
  const { grade, labelNumber } = finding.context;
  const together = grade === 'major' && labelNumber === null;
  if (job.fact === 'finding.proofSubmitted' && together) return;
  const what = requireVisible(whats[job.fact]);
  const toOfficers = what === 'late' || labelNumber !== null;
  await tell(deps, job, application, { what, organisation: organisation.name, criterionIn, toOfficers });
}

const whats: Readonly<Record<string, LetterParams['findingWaits']['what']>> = {
  'finding.actionProposed': 'action',
  'finding.proofSubmitted': 'proof',
  'finding.escalated': 'late',
};

interface Told {
  readonly what: LetterParams['findingWaits']['what'];
  readonly organisation: string;
  readonly criterionIn: (language: Person['language']) => string;
  readonly toOfficers?: boolean;
}

async function tell(
  deps: Deps,
  job: Job,
  { id, context }: Application,
  { what, organisation, criterionIn, toOfficers = false }: Told,
): Promise<void> {
  const addressOf = (person: Person) => {
    const review = context.reviewers.find(({ personId }) => personId === person.id)?.reviewId;
    return toOfficers || review === undefined ? `files/${id}/findings` : `review/${review}/findings`;
  };
  await sendLetters(deps, job, {
    kind: 'findingWaits',
    organisationId: context.organisationId,
    people: toOfficers
      ? await servingOn(deps, id, await deps.store.peopleWith('officer'))
      : await reviewersOf(deps, context),
    params: (person) => ({
      organisation,
      number: id,
      what,
      criterion: criterionIn(person.language),
      link: `${deps.publicUrl}/${person.language}/${addressOf(person)}`,
    }),
  });
}

async function reviewersOf(deps: Deps, { reviewers }: Application['context']): Promise<Person[]> {
  return Promise.all(
    reviewers.map(async ({ personId }) => requireVisible(await deps.store.person(personId))),
  );
}
