import type { DeclarationDraft } from '../../commands/items/surveillance.ts';
import type { OwnSurveillance } from '../../commands/label/views/viewSurveillance.ts';
import { factShape, givenFacts } from '../application/answers/facts.form.ts';
import { type FieldShape, formFields, type TypedFields, textOf } from '../application/answers/fields.form.ts';
import { choice, optionalLine, optionalLines } from '../forms/fields.ts';
import { draftOf } from './declaration.view.ts';

/** The fields of a task; whatever can be left empty here, the command asks for, so that all that is missing is told at once. */
export function declarationShape({ asked }: OwnSurveillance): FieldShape {
  const met = asked.mandatory.map(({ id }) => [`met.${id}`, choice(['yes', 'no']).optional()] as const);
  const line = (max: number) => optionalLine(max).unwrap().optional();
  return {
    ...formFields,
    ...factShape(asked.figures),
    ...Object.fromEntries(met),
    accounts: line(300),
    text: optionalLines(4000).unwrap().optional(),
    name: line(200),
    role: line(200),
  };
}

/** What the fields of a task hold now; one that was not sent, because a page's script sends what changed alone, is as it was. */
export function typedDeclaration(task: OwnSurveillance, input: TypedFields): DeclarationDraft {
  const { figures, mandatory } = task.asked;
  const kept = draftOf(task);
  const text = (field: 'text' | 'accounts' | 'name' | 'role') => textOf(input, field) ?? kept[field];
  const untouched = figures.flatMap(({ id }) => {
    const value = input[id] === undefined ? kept.facts[id] : undefined;
    return value === undefined ? [] : [[id, value] as const];
  });
  const stillMet = mandatory.flatMap(({ id }) => {
    const said = input[`met.${id}`] ?? kept.stillMet[id];
    return said === 'yes' || said === 'no' ? [[id, said] as const] : [];
  });
  return {
    facts: { ...Object.fromEntries(untouched), ...givenFacts(figures, input, {}) },
    stillMet: Object.fromEntries(stillMet),
    text: text('text'),
    accounts: text('accounts'),
    name: text('name'),
    role: text('role'),
  };
}
