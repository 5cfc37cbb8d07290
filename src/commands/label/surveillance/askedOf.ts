import type { Facts } from '../../../criteria/assessment.ts';
import type { Criterion, FactRule, Scheme } from '../../../criteria/scheme.ts';
import type { LabelFiles } from '../../file/labelFiles.ts';
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

/** The organisation's figures that a label stood on before a task: of what its files and its declarations say, each as it was said last. */
export function figuresBefore(
  files: LabelFiles,
  others: readonly Surveillance[],
  { id, openedAt }: Pick<Surveillance, 'id' | 'openedAt'>,
): Facts {
  const sent = files.map(({ snapshot: { at, content } }) => ({ at, facts: content.assessment.facts }));
  const declared = others
    .filter((one) => one.id !== id && one.openedAt <= openedAt)
    .flatMap(({ declarations }) => declarations.at(-1) ?? []);
  const said = [...sent, ...declared].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return Object.fromEntries(said.flatMap(({ facts }) => Object.entries(facts)));
}
