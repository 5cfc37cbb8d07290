import type { Assessment, OfferAssessment } from '../../../criteria/assessment.ts';
import type { ApplicationKind } from '../../../workflow/stored.ts';
import type { Evidence, SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { carriedFiles, withOwnFiles } from './carriedFiles.ts';

/** What a new application begins with: nothing, or what it takes from an earlier one of the same organisation. */
export interface Beginning {
  readonly kind: Extract<ApplicationKind, 'initial' | 'renewal'>;
  readonly copy: Omit<SelfAssessment, 'applicationId' | 'revision'>;
  /** The files of the earlier application; the answers of `copy` point to its documents. */
  readonly evidence: readonly Evidence[];
}

/** The beginning of a first application. */
export const emptyBeginning: Beginning = {
  kind: 'initial',
  copy: { facts: {}, answers: [], offers: [], offersNamed: [], showScores: false },
  evidence: [],
};

/** The working copy and the files with which a new application is stored. */
export function begun(
  deps: Pick<Deps, 'ids' | 'clock' | 'procedure'>,
  { copy, evidence }: Beginning,
  to: { readonly applicationId: string; readonly at: string; readonly by: Pick<Asker, 'id'> },
): { readonly selfAssessment: SelfAssessment; readonly evidence: readonly Evidence[] } {
  const own = carriedFiles(deps, evidence, to);
  const answersOf = ({ answers }: Pick<Assessment, 'answers'>) =>
    answers.map((answer) => withOwnFiles(answer, evidence, own));
  const offers = copy.offers.map((offer): OfferAssessment => ({ ...offer, answers: answersOf(offer) }));
  const { applicationId } = to;
  return {
    selfAssessment: { ...copy, answers: answersOf(copy), offers, applicationId, revision: 1 },
    evidence: own,
  };
}
