import * as z from 'zod';
import type { Trial } from '../../../commands/application/selfAssessment/tryAssessment.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import type { Criterion, Level, Scheme, Scope } from '../../../criteria/scheme.ts';
import { choiceValues } from './choices.view.ts';
import { described, triedDescription } from './description.form.ts';
import { factShape, givenFacts } from './facts.form.ts';
import { type FieldShape, type TypedFields, textOf } from './fields.form.ts';
import { offerFacts } from './ownOffer.view.ts';

/** Every field of a trial: the button, the offer, all figures by their id, and `<id>.level` of all criteria. */
export function tryShape(scheme: Scheme): FieldShape {
  return {
    go: z.enum(['result', 'download']).default('result'),
    ...triedDescription,
    ...factShape(factsOfScope(scheme, 'organisation')),
    ...factShape(offerFacts(scheme)),
    ...Object.fromEntries(
      scheme.criteria.map((criterion) => [
        `${criterion.id}.level`,
        z.enum([...choiceValues(criterion), '']).optional(),
      ]),
    ),
  };
}

/** The trial that those fields say. */
export function trialOf(scheme: Scheme, typed: TypedFields): Trial {
  const answers = (scope: Scope) =>
    criteriaOf(scheme, scope).flatMap((criterion) =>
      answered(criterion, textOf(typed, `${criterion.id}.level`)),
    );
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

function answered({ id }: Criterion, value: string | undefined): Answer[] {
  if (value === undefined || value === '' || value === 'figures') return [];
  const na = value === 'na';
  return [{ criterion: id, level: na ? null : (Number(value) as Level), na, evidence: '', comment: '' }];
}
