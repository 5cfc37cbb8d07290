import type { Answer } from '../../criteria/assessment.ts';
import { criteriaOf } from '../../criteria/criteriaOf.ts';
import type { Criterion } from '../../criteria/scheme.ts';
import { type LevelFound, levelOf } from '../../scoring/level.ts';
import type { FrozenFile } from './frozenFile.ts';

/** One criterion of a file with what the applicant claims; `offerId` is empty for the organisation's criteria. */
export interface FilePlace {
  readonly offerId: string;
  readonly criterion: Criterion;
  readonly answer: Answer | undefined;
  readonly claim: LevelFound;
}

/** Every place of a frozen file that is scored: the organisation's in the order of the scheme, then offer by offer. */
export function filePlaces({ published, snapshot }: Pick<FrozenFile, 'published' | 'snapshot'>): FilePlace[] {
  const { scheme } = published;
  const { assessment, offers } = snapshot.content;
  const parts = offers.map(({ id }) => {
    const own = assessment.offers.find((offer) => offer.offerId === id);
    const facts = { ...assessment.facts, ...own?.facts };
    return { offerId: id, scope: 'offer' as const, answers: own?.answers ?? [], facts };
  });
  return [{ offerId: '', scope: 'organisation' as const, ...assessment }, ...parts].flatMap(
    ({ offerId, scope, answers, facts }) =>
      criteriaOf(scheme, scope).flatMap((criterion): FilePlace[] => {
        const answer = answers.find((given) => given.criterion === criterion.id);
        const claim = levelOf(criterion, answer, facts);
        return claim.level === null ? [] : [{ offerId, criterion, answer, claim }];
      }),
  );
}
