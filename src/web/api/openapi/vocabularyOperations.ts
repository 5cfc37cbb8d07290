import { criterionPart, themePart, versionPart } from '../../schemas/proof.ts';
import { vocabularyAnswer, vocabularyNodeAnswer } from '../../schemas/vocabulary.ts';
import { answered, redirected, shownFailures } from './failures.ts';
import { get, type Operation } from './operation.ts';

const answers = (schema: typeof vocabularyAnswer | typeof vocabularyNodeAnswer) => ({
  ...answered({ 'application/ld+json': schema }),
  ...redirected,
  ...shownFailures(404),
});

/** The criteria as a vocabulary: a version, its themes, its criteria, each at the address that credentials name. */
export const vocabularyOperations: readonly Operation[] = [
  get('criteria', 'copy', '/criteria/{version}', { parts: versionPart, answers: answers(vocabularyAnswer) }),
  get('criteriaRules', 'copy', '/criteria/{version}/rules', {
    parts: versionPart,
    answers: { ...answered({ 'text/plain': null }), ...shownFailures(404) },
  }),
  get('criteriaTheme', 'copy', '/criteria/{version}/themes/{theme}', {
    parts: { ...versionPart, ...themePart },
    answers: answers(vocabularyNodeAnswer),
  }),
  get('criterion', 'copy', '/criteria/{version}/{criterion}', {
    parts: { ...versionPart, ...criterionPart },
    answers: answers(vocabularyNodeAnswer),
  }),
];
