import { dotted } from '../../../../templates/dotted.ts';
import { takenIn } from '../../../commands/application/transfer/applyImport.ts';
import {
  type ImportMode,
  importModes,
  type LineFault,
  type LineOutcome,
  maxLines,
} from '../../../commands/application/transfer/line.ts';
import type { PlannedLine } from '../../../commands/application/transfer/planImport.ts';
import type { ImportPreview } from '../../../commands/application/views/previewImport.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { maxTableBytes } from '../../../commands/items/intake.ts';
import { isOfferField } from '../../../criteria/offer.ts';
import type { SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';

export type ImportView = ReturnType<typeof importView>;
export type ReportView = ReturnType<typeof reportView>;
export type ReportLine = ReturnType<typeof reportLine>;

/** Most lines shown of each list: nobody reads a page of thousands. */
const maxShown = 300;
const outcomes: readonly LineOutcome[] = ['new', 'replaced', 'same', 'kept', 'refused'];

/** What can be carried away, and the form that brings answers back; with the report of a file, or how many lines were just `taken`. */
export function importView(
  file: ApplicantFile,
  { report = null, taken = null }: { readonly report?: ReportView | null; readonly taken?: number | null },
  words: Translator,
) {
  const limits = { max: maxTableBytes / 1024 ** 2, lines: maxLines };
  return { frame: frameView(file, words), modes: importModes, limits, report, taken };
}

/** What an import would do, before it is done; `packed` is what the button sends. */
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
  const [refused, taken, others] = [of('refused'), of('new', 'replaced'), of('same', 'kept')] as const;
  return {
    counts: outcomes
      .map((outcome) => ({ outcome, count: of(outcome).length }))
      .filter(({ count }) => count > 0),
    refused: shown(refused),
    taken: shown(taken),
    others: shown(others),
    isCut: [refused, taken, others].some(({ length }) => length > maxShown),
    maxShown,
    /** How many lines the button takes in. */
    takes: takenIn(plan),
    mode,
    revision: assessment.revision,
    packed,
  };
}

function reportLine({ line, outcome, fault }: PlannedLine, text: SchemeText, words: Translator) {
  const label = labelOf(line, text, words);
  return {
    line: line.line,
    about: line.offer === 0 ? label : words.t('transfer.ofOffer', { offer: line.offer, label }),
    content: contentOf(line, words),
    outcome,
    text: fault ? sentence(fault, text, words) : words.t(`transfer.outcome.${outcome}`),
  };
}

/** A figure or a criterion by its code and name, or a field of an offer. */
function labelOf({ kind, id }: PlannedLine['line'], text: SchemeText, words: Translator): string {
  if (kind === 'offer') return isOfferField(id) ? words.t(`offer.fields.${id}`) : id;
  const name = kind === 'fact' ? text.facts[id]?.label : text.criteria[id]?.title;
  return name === undefined ? id : `${id} · ${name}`;
}

function contentOf(line: PlannedLine['line'], words: Translator): string {
  const { kind, text, number, level, na } = line;
  if (kind !== 'answer') return number === null ? short(text) : words.number(number, 4);
  const chosen = na ? words.t('applicant.criterion.na') : level === null ? '' : String(level);
  return dotted(chosen, short(line.evidence), short(line.comment));
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : text;
}

/** The sentence of a fault, its numbers and figures as people read them. */
function sentence({ code, params = {} }: LineFault, text: SchemeText, words: Translator): string {
  const readable = Object.entries(params).map(([name, value]) => {
    if (name === 'first' || name === 'max') return [name, value];
    if (typeof value === 'number') return [name, words.number(value, 2)];
    return [name, name === 'of' ? (text.facts[value]?.label ?? value) : value];
  });
  const key = `transfer.refused.${code}`;
  return words.tOf(words.has(key) ? key : `faults.${code}`, Object.fromEntries(readable));
}
