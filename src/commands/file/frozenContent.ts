import type { Assessment } from '../../criteria/assessment.ts';
import { advises } from '../../policies/adviser.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { Evidence, Organisation, SignedDeclarations, Snapshot } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import type { workingCopy } from './workingCopy.ts';

type WorkingCopy = Awaited<ReturnType<typeof workingCopy>>;
type Copy = Pick<WorkingCopy, 'assessment' | 'published'> & { readonly organisation: Organisation };

/** What a snapshot freezes: the organisation, all that the working copy claims, its evidence, its rules, and what was signed. */
export async function frozenContent(
  { store }: Pick<Deps, 'store'>,
  { organisation: { revision: _, head: __, ...organisation }, assessment, published }: Copy,
  declarations?: SignedDeclarations,
): Promise<Snapshot['content']> {
  const { applicationId, facts, answers, offers, offersNamed, showScores } = assessment;
  const { carried, confirmed, earlier, ofLabel, certificates = [], exchanges = [] } = assessment;
  const people = await store.peopleOf(organisation.id);
  const advisers = people
    .filter((person) => advises(person, organisation.id))
    .map(({ name, email }) => name || email);
  return {
    organisation,
    assessment: { facts, answers, offers, ...(carried && { carried }) },
    offers: offersNamed,
    showScores,
    evidence: frozenEvidence(assessment, await store.evidenceOf(applicationId)),
    criteria: { version: published.scheme.version, digest: published.digest },
    ...(declarations && { declarations }),
    ...(confirmed && { confirmed }),
    ...(earlier && { earlier }),
    ...(ofLabel && { ofLabel }),
    ...(certificates.length > 0 && { certificates }),
    ...(exchanges.length > 0 && { exchanges }),
    ...(advisers.length > 0 && { advisers }),
  };
}

/** The next snapshot of an application, frozen at an instant. */
export async function nextSnapshot(
  deps: Pick<Deps, 'store'>,
  copy: Copy & Pick<WorkingCopy, 'application'>,
  declarations: SignedDeclarations | undefined,
  at: string,
): Promise<Snapshot> {
  const { applicationId, snapshots, criteriaVersion } = copy.application.context;
  const content = await frozenContent(deps, copy, declarations);
  return { applicationId, n: snapshots + 1, at, criteriaVersion, digest: digestOf(content), content };
}

/**
 * What a snapshot freezes of the evidence: the newest file of each document that is not withdrawn; first those that answers
 * point to, in the order of the answers, then the others in the order in which they came. Pure.
 */
export function frozenEvidence(assessment: Assessment, evidence: readonly Evidence[]): Evidence[] {
  const latest = new Map<string, Evidence>();
  for (const file of evidence) {
    const known = latest.get(file.document);
    if (!known || known.revision < file.revision) latest.set(file.document, file);
  }
  const answers = [...assessment.answers, ...assessment.offers.flatMap((offer) => offer.answers)];
  const joined = answers.flatMap(({ files = [] }) => files);
  return [...new Set([...joined, ...latest.keys()])].flatMap((document) => {
    const file = latest.get(document);
    return file && file.withdrawnAt === null ? [file] : [];
  });
}
