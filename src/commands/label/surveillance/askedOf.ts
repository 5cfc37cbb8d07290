import type { Facts } from '../../../criteria/assessment.ts';
import type { Criterion, FactRule, Scheme } from '../../../criteria/scheme.ts';
import type { Snapshot } from '../../items/items.ts';
import type { Surveillance } from '../../items/surveillance.ts';

/** What the holder of a label is asked for in a task. */
export interface Asked {
  /** The figures of the year. */
  readonly figures: readonly FactRule[];
  /** Where the accounts can be read. */
  readonly accounts: boolean;
  /** Criteria with a mandatory level: whether it is still met. */
  readonly mandatory: readonly Criterion[];
}

/** What a task asks for, by the criteria that its label was granted under. */
export function askedOf({ context }: Pick<Surveillance, 'context'>, scheme: Scheme): Asked {
  const yearly = context.task === 'declaration';
  const { yearlyDeclaration } = scheme.validity;
  return {
    figures: yearly ? scheme.facts.filter(({ id }) => yearlyDeclaration.includes(id)) : [],
    accounts: yearly,
    mandatory:
      context.task === 'midterm' ? scheme.criteria.filter(({ minimum }) => minimum !== undefined) : [],
  };
}

/** The figures that a label stood on before a task: those that were declared last, and of the others those of its file. */
export function figuresBefore(
  { content }: Pick<Snapshot, 'content'>,
  others: readonly Surveillance[],
  { id, openedAt }: Pick<Surveillance, 'id' | 'openedAt'>,
): Facts {
  const declared = others
    .filter((one) => one.id !== id && one.openedAt <= openedAt)
    .flatMap(({ declarations }) => declarations.at(-1) ?? [])
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return Object.assign({}, content.assessment.facts, ...declared.map(({ facts }) => facts));
}
