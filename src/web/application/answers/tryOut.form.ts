import * as z from 'zod';
import type { Trial } from '../../../commands/application/selfAssessment/tryAssessment.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import type { Scheme, Scope } from '../../../criteria/scheme.ts';
import { choiceOf, choiceValues } from './choices.form.ts';
import { described, triedDescription } from './description.form.ts';
import { factShape, givenFacts } from './facts.form.ts';
import { type FieldShape, type TypedFields, textOf } from './fields.form.ts';
import { offerFacts } from './ownOffer.view.ts';
import { tryParts } from './tryParts.form.ts';

/** Every field of a trial: the part it was on, the button, the offer, all figures by their id, and `<id>.level` of all criteria. */
export function tryShape(scheme: Scheme): FieldShape {
  const levels = scheme.criteria.map((criterion) => [
    `${criterion.id}.level`,
    z.enum([...choiceValues(criterion), '']).optional(),
  ]);
  const parts = tryParts(scheme).map(({ id }) => id);
  return {
    at: z.enum([...parts, 'result']).default('figures'),
    go: z.enum([...parts, 'result', 'download']).default('result'),
    ...triedDescription,
    ...factShape(factsOfScope(scheme, 'organisation')),
    ...factShape(offerFacts(scheme)),
    ...Object.fromEntries(levels),
  };
}

/** The trial that those fields say. */
export function trialOf(scheme: Scheme, typed: TypedFields): Trial {
  const answers = (scope: Scope) =>
    criteriaOf(scheme, scope).flatMap(({ id }): Answer[] => {
      const choice = textOf(typed, `${id}.level`);
      if (!choice || choice === 'figures') return [];
      return [{ criterion: id, ...choiceOf(choice), evidence: '', comment: '' }];
    });
  return {
    facts: givenFacts(factsOfScope(scheme, 'organisation'), typed, {}),
    answers: answers('organisation'),
    offer: {
      ...described(typed),
      facts: givenFacts(offerFacts(scheme), typed, {}),
      answers: answers('offer'),
    },
  };
}
