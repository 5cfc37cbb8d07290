import type { AnswersFile } from '../../commands/application/transfer/answersFile.ts';
import { isNumeric, optionsOf } from '../../criteria/figures.ts';
import { offerAsked, offerFields } from '../../criteria/offer.ts';
import type { FactRule, PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type ColumnName, columnNames } from '../forms/entry.ts';
import { guard } from '../papers/list.ts';

/** A cell: a number where a figure is one, else a text. */
export type TableCell = string | number;

/** The answers as one table with its head: a line for each figure, each answer and each part of an offer. */
export function answerRows(
  { format, formatVersion, criteriaVersion, facts, answers, offers }: AnswersFile,
  { scheme, texts }: PublishedScheme,
  words: Translator,
): TableCell[][] {
  const text = texts[words.language];
  const row = (cells: Partial<Record<ColumnName, TableCell>>) =>
    columnNames.map((column) => cells[column] ?? '');
  const place = (given: Pick<AnswersFile, 'facts' | 'answers'>, offer: TableCell) => [
    ...scheme.facts
      .filter(({ id }) => given.facts[id] !== undefined)
      .map((rule) => {
        const question = asked(rule, text.facts[rule.id]?.label ?? rule.id);
        return row({ kind: 'fact', offer, id: rule.id, question, value: given.facts[rule.id] ?? '' });
      }),
    ...given.answers.map(({ criterion, level, na, evidence, comment }) =>
      row({
        kind: 'answer',
        offer,
        id: criterion,
        question: guard(text.criteria[criterion]?.question ?? criterion),
        value: level ?? '',
        na: na ? 'x' : '',
        evidence: guard(evidence),
        comment: guard(comment),
      }),
    ),
  ];
  return [
    [...columnNames],
    row({ kind: 'format', id: format, value: formatVersion }),
    row({ kind: 'criteria', question: guard(text.title), value: criteriaVersion }),
    ...place({ facts, answers }, ''),
    ...offers.flatMap((offer, i) => [
      ...offerFields.map((id) => {
        const label = words.t(`offer.fields.${id}`);
        const asked = offerAsked[id];
        const question = 'values' in asked ? `${label} (${asked.values.join(', ')})` : label;
        return row({ kind: 'offer', offer: i + 1, id, question, value: guard(offer[id] ?? '') });
      }),
      ...place(offer, i + 1),
    ]),
  ];
}

/** How the levels of the answers are called, for the second sheet of a workbook. */
export function levelRows({ texts }: PublishedScheme, words: Translator): TableCell[][] {
  return [
    [words.t('transfer.levels.level'), words.t('transfer.levels.meaning')],
    ...texts[words.language].levels.map((name, level) => [level, name]),
    ['', ''],
    ...columnNames.map((column) => [column, words.t(`transfer.column.${column}`)]),
  ];
}

function asked(rule: FactRule, label: string): string {
  return isNumeric(rule) ? guard(label) : guard(`${label} (${optionsOf(rule).join(', ')})`);
}
