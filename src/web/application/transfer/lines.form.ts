import type { Line, LineFault, ReadFile } from '../../../commands/application/transfer/line.ts';
import { isOfferField, offerFields } from '../../../criteria/offer.ts';
import type { Level } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import type { Entries, Entry } from '../../forms/entry.ts';
import { optionalLine, optionalLines } from '../../forms/fields.ts';
import { parse } from '../../forms/parse.ts';
import { readNumber } from '../../forms/readNumber.ts';
import { asked } from '../answers/description.form.ts';

/** How "not applicable" is ticked in a table, and how it is not. */
const ticked = ['x', '1', 'yes', 'oui', 'ja', 'sì', 'si', 'true'];
const unticked = ['', '0', 'no', 'non', 'nein', 'false', '-'];

const words = { evidence: optionalLine(200), comment: optionalLines(2000) };

/** What the entries of a file say; one that says something impossible carries its fault. */
export function linesOf({ criteriaVersion, entries }: Entries): ReadFile {
  return { criteriaVersion: criteriaVersion.trim(), lines: entries.map(lineOf) };
}

function lineOf(entry: Entry): Line {
  const bare: Line = {
    line: entry.line,
    kind: 'fact',
    offer: 0,
    id: entry.id.slice(0, 40),
    text: entry.value.trim().slice(0, 2000),
    number: null,
    level: null,
    na: false,
    evidence: '',
    comment: '',
  };
  const wrong = (fault: LineFault): Line => ({ ...bare, fault });
  const { kind } = entry;
  const isKind = kind === 'fact' || kind === 'answer' || kind === 'offer';
  if (!isKind) return wrong({ code: 'unknownKind', params: { kind: kind.slice(0, 40) } });
  const offer = entry.offer === '' ? 0 : /^[1-9]\d{0,2}$/.test(entry.offer) ? Number(entry.offer) : null;
  const unknown: LineFault = { code: 'offerUnknown', params: { offer: entry.offer.slice(0, 40) } };
  if (offer === null) return { ...wrong(unknown), kind };
  const line: Line = { ...bare, kind, offer };
  try {
    if (kind === 'answer') return answered(line, entry);
    return kind === 'offer' ? described(line, entry) : counted(line, entry);
  } catch (error) {
    if (!(error instanceof LabelError) || !error.faults[0]) throw error;
    const { code, params = {} } = error.faults[0];
    return { ...line, fault: { code, params } };
  }
}

function answered(line: Line, entry: Entry): Line {
  const texts = parse(words, { evidence: entry.evidence, comment: entry.comment });
  const value = entry.value.trim();
  const [, digit] = /^([0-4])(?:[.,]0+)?$/.exec(value) ?? [];
  const mark = entry.na.trim().toLowerCase();
  if (value !== '' && digit === undefined) {
    return { ...line, fault: { code: 'notALevel', params: { value: value.slice(0, 40) } } };
  }
  if (!ticked.includes(mark) && !unticked.includes(mark)) {
    return { ...line, fault: { code: 'notATick', params: { value: mark.slice(0, 40) } } };
  }
  const level = digit === undefined ? null : (Number(digit) as Level);
  return { ...line, ...texts, level, na: ticked.includes(mark) };
}

function described(line: Line, entry: Entry): Line {
  const { id } = line;
  if (line.offer === 0) return { ...line, fault: { code: 'offerUnknown', params: { offer: '' } } };
  if (!isOfferField(id)) {
    return { ...line, fault: { code: 'unknownPart', params: { id, fields: offerFields.join(', ') } } };
  }
  return { ...line, text: parse({ text: asked(id) }, { text: entry.value }).text };
}

function counted(line: Line, entry: Entry): Line {
  if (line.text === '') return { ...line, fault: { code: 'emptyFigure' } };
  const read = readNumber(entry.value.slice(0, 60));
  if ('value' in read) return { ...line, number: read.value };
  // What is no number can be a choice; which of both the figure is, the rules say.
  if (read.fault !== 'ambiguousNumber') return line;
  const { fault: code, ...ways } = read;
  return { ...line, fault: { code, params: { typed: line.text, ...ways } } };
}
