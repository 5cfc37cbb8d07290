import { takenIn } from '../../../commands/application/transfer/applyImport.ts';
import type { ImportMode, LineFault, LineOutcome } from '../../../commands/application/transfer/line.ts';
import type { PlannedLine } from '../../../commands/application/transfer/planImport.ts';
import type { ImportPreview } from '../../../commands/application/views/previewImport.ts';
import { isOfferField } from '../../../criteria/offer.ts';
import type { SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';

/** A line of the file for its reader: where it stands, what it is about, what comes of it and why. */
export type ReportLine = ReturnType<typeof reportLine>;

/** What an import would do, before it is done. */
export type ReportView = ReturnType<typeof reportView>;

/** Most lines of each list: a page of thousands is read by nobody. */
const maxShown = 300;
const outcomes: readonly LineOutcome[] = ['new', 'replaced', 'same', 'kept', 'refused'];

/** The report of an import; `packed` is what the button sends. */
export function reportView(
  { plan, assessment }: ImportPreview,
  text: SchemeText,
  mode: ImportMode,
  packed: string,
  words: Translator,
) {
  const of = (...wanted: readonly LineOutcome[]) =>
    plan.lines.filter(({ outcome }) => wanted.includes(outcome));
  const shown = (lines: readonly PlannedLine[]) =>
    lines.slice(0, maxShown).map((line) => reportLine(line, text, words));
  const lists = [of('refused'), of('new', 'replaced'), of('same', 'kept')] as const;
  return {
    counts: outcomes
      .map((outcome) => ({ outcome, count: of(outcome).length }))
      .filter(({ count }) => count > 0),
    refused: shown(lists[0]),
    taken: shown(lists[1]),
    others: shown(lists[2]),
    isCut: lists.some(({ length }) => length > maxShown),
    maxShown,
    /** How many lines the button takes in. */
    takes: takenIn(plan),
    mode,
    revision: assessment.revision,
    packed,
  };
}

function reportLine({ line, outcome, fault }: PlannedLine, text: SchemeText, words: Translator) {
  const { kind, id, offer } = line;
  const name =
    kind === 'fact'
      ? text.facts[id]?.label
      : kind === 'answer'
        ? text.criteria[id]?.title
        : isOfferField(id)
          ? words.t(`offer.fields.${id}`)
          : id;
  const label =
    name === undefined || name === id ? id : `${id === 'name' || kind === 'offer' ? '' : `${id} · `}${name}`;
  return {
    line: line.line,
    about: offer === 0 ? label : words.t('transfer.ofOffer', { offer, label }),
    said: saidBy(line, words),
    outcome,
    text: fault ? sentence(fault, text, words) : words.t(`transfer.outcome.${outcome}`),
  };
}

function saidBy(
  { kind, text, number, level, na, comment, evidence }: PlannedLine['line'],
  words: Translator,
): string {
  if (kind !== 'answer') return number === null ? short(text) : words.number(number, 4);
  const chosen = na ? words.t('applicant.criterion.na') : level === null ? '' : String(level);
  return [chosen, short(evidence), short(comment)].filter((part) => part !== '').join(' · ');
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : text;
}

/** The sentence of a fault, its numbers and figures as people read them. */
function sentence({ code, params = {} }: LineFault, text: SchemeText, words: Translator): string {
  const said = Object.entries(params).map(([name, value]) => {
    if (typeof value === 'number')
      return [name, name === 'first' || name === 'max' ? value : words.number(value, 2)];
    return [name, name === 'of' ? (text.facts[value]?.label ?? value) : value];
  });
  const key = `transfer.refused.${code}`;
  return words.tOf(words.has(key) ? key : `faults.${code}`, Object.fromEntries(said));
}
