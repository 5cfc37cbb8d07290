import type { FindingWord } from '../../commands/items/decidingItems.ts';
import type { FindingLine, FindingStep } from '../../commands/review/findings/findingLines.ts';
import { isOpen } from '../../commands/review/findings/openFindings.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { placeName } from './information.view.ts';
import { dueDay } from './staffWords.view.ts';

export type FindingCard = ReturnType<typeof findingCards>[number];

const tones: Readonly<Record<string, 'sun' | 'lake' | 'leaf' | 'coral'>> = {
  raised: 'sun',
  actionAccepted: 'sun',
  escalated: 'coral',
  closed: 'leaf',
};

/** The findings of a file as everyone reads them, with the steps that are this reader's now; the first one raised first. */
export function findingCards(
  lines: readonly FindingLine[],
  { published, offers }: { readonly published: PublishedScheme; readonly offers: readonly Offer[] },
  words: Translator,
) {
  return lines.map((line) => {
    const { finding, dueAt, offered } = line;
    const { grade, labelNumber } = finding.context;
    return {
      id: finding.id,
      revision: finding.revision,
      place: placeName(finding.place, offers, published, words),
      major: grade === 'major',
      grade: words.t(`findings.grade.${grade}`),
      gradeText: words.t(`findings.gradeText.${grade}`),
      state: words.t(`states.finding.${finding.state}`),
      tone: tones[finding.state] ?? 'lake',
      /** Which of the states, for words that follow from it. */
      at: finding.state,
      text: finding.text,
      due: isOpen(finding) ? words.t('findings.due', { due: dueDay(dueAt, words) }) : '',
      label: labelNumber === null ? '' : words.t('findings.label', { number: labelNumber }),
      words: finding.words.map((word) => said(word, line, words)),
      /** The event of each step that can be taken. */
      may: Object.fromEntries(offered.map((step) => [step, true])) as Readonly<
        Partial<Record<FindingStep, true>>
      >,
    };
  });
}

function said({ step, text, at, documents }: FindingWord, line: FindingLine, words: Translator) {
  return {
    said: words.t(`findings.step.${step}`, { on: words.date(at) }),
    text,
    files: line.documents
      .filter(({ id }) => documents.includes(id))
      .map(({ id, name }) => ({ href: `/${words.language}/evidence/${id}`, name })),
  };
}
