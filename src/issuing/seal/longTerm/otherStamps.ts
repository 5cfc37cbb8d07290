import { messageIn } from '../signedMessage.ts';
import { confirms, digestOf, readTimestampToken } from '../timestampToken.ts';
import type { LongPdf } from './increments.ts';
import { type PdfFile, textOf } from './pdfFile.ts';
import { isSame, type PdfDictionary, type PdfValue, readValue } from './pdfValue.ts';
import { readUpdate, type Update, type UpdatedObject } from './readUpdate.ts';

/** Most bytes and updates that others may have added: lists of revoked certificates are the most of it. */
const maxBytes = 4 * 1024 * 1024;
const maxUpdates = 60;

/**
 * Whether others added document time-stamps to a document of ours, evidence for them, and nothing else, and whether each time-stamp holds for
 * all before it, the last one for the whole file. Whose they are is not asked: what can be seen in the document stays the same.
 */
export function areStampsAlone(bytes: Buffer, { file, dictionary }: LongPdf): boolean {
  const from = file.bytes.length;
  if (bytes.length - from > maxBytes) return false;
  // The places in it are those in the document, of which nothing else is read as text.
  const text = `${' '.repeat(from)}${bytes.toString('latin1', from)}`;
  try {
    let state = beginningOf(file, dictionary?.number ?? null);
    let isStamped = false;
    let updates = 0;
    for (let at = from; at < bytes.length; updates += 1) {
      if (updates === maxUpdates) return false;
      const update = readUpdate(text, at);
      const stamps = stampsIn(update, state);
      if (!stamps.every((number) => holdsFor(bytes, update, number))) return false;
      state = grown(state, update);
      isStamped = stamps.length > 0;
      at = update.end;
    }
    return isStamped;
  } catch {
    // Whatever cannot be taken apart may be anything.
    return false;
  }
}

/** The objects that an update may change, and what is known of the document before it. */
interface State {
  readonly tableAt: number;
  readonly trailer: PdfDictionary;
  /** Numbers that are taken. */
  readonly taken: ReadonlySet<number>;
  readonly objectOf: (number: number) => PdfValue;
  /** The dictionary of evidence. */
  readonly evidence: number | null;
}

function beginningOf(file: PdfFile, evidence: number | null): State {
  const { value: trailer } = readValue(`<<${file.repeated}>>`, 0);
  if (!(trailer instanceof Map)) throw new Error('no trailer');
  const objectOf = (number: number) => readValue(textOf(file, number), 0).value;
  return { tableAt: file.tableAt, trailer, taken: new Set(file.offsets.keys()), objectOf, evidence };
}

function grown(before: State, { objects, tableAt }: Update): State {
  return {
    ...before,
    tableAt,
    evidence: evidenceAfter({ objects }, before),
    taken: new Set([...before.taken, ...objects.keys()]),
    objectOf: (number) => objects.get(number)?.value ?? before.objectOf(number),
  };
}

function evidenceAfter({ objects }: Pick<Update, 'objects'>, before: State): number | null {
  const root = objects.get(rootOf(before))?.value;
  return root instanceof Map && root.has('DSS') ? numberOf(root.get('DSS')) : before.evidence;
}

const ofEvidence = new Set(['Type', 'Certs', 'CRLs', 'OCSPs', 'VRI']);

/** With these keys alone, an object shows nothing, whatever else names it. */
function requireEvidence(object: UpdatedObject | undefined): void {
  if (object && ![...dictionary(object.value).keys()].every((key) => ofEvidence.has(key)))
    throw new Error('evidence of another form');
}

/** The numbers of the time-stamps that an update adds; throws where it changes anything else. */
function stampsIn({ objects, trailer }: Update, before: State): number[] {
  requireTrailer(trailer, objects, before);
  const root = rootOf(before);
  const catalogue = dictionary(before.objectOf(root));
  const form = numberOf(catalogue.get('AcroForm'));
  const [seal] = listOf(dictionary(before.objectOf(form)).get('Fields'));
  const page = numberOf(dictionary(before.objectOf(numberOf(seal))).get('P'));
  const evidence = evidenceAfter({ objects }, before);
  requireEvidence(objects.get(evidence ?? 0));
  const added: Record<'Fields' | 'Annots', readonly PdfValue[]> = { Fields: [], Annots: [] };
  for (const [number, { value }] of objects) {
    if (!before.taken.has(number) || number === evidence) continue;
    const [was, is] = [dictionary(before.objectOf(number)), dictionary(value)];
    if (number === root) requireCatalogue(was, is, before);
    else if (number === form) added.Fields = addedTo('Fields', was, is, ['SigFlags']);
    else if (number === page) added.Annots = addedTo('Annots', was, is);
    else throw new Error('another object was changed');
  }
  // A field that is no annotation of the page is shown nowhere.
  if (added.Annots.length > 0 && !isSame(added.Fields, added.Annots))
    throw new Error('an annotation that is no field');
  return added.Fields.map((field) => {
    const number = numberOf(field);
    const widget = objects.get(number);
    if (!widget || before.taken.has(number)) throw new Error('a field that was there');
    return stampOf(dictionary(widget.value), page, objects, before);
  });
}

function requireTrailer(
  trailer: PdfDictionary,
  objects: Update['objects'],
  { trailer: first, tableAt, taken }: State,
): void {
  const [id] = listOf(trailer.get('ID'));
  const isNext = trailer.get('Prev') === String(tableAt) && isSame(trailer.get('Root'), first.get('Root'));
  const isOwn = isSame(id, listOf(first.get('ID'))[0]) && isSame(trailer.get('Info'), first.get('Info'));
  const known = new Set(['Size', 'Root', 'Info', 'ID', 'Prev']);
  // Readers leave out objects of that number and above (ISO 32000-1, 7.5.5).
  const isComplete = Number(trailer.get('Size')) > Math.max(...taken, ...objects.keys());
  if (!isNext || !isOwn || !isComplete || ![...trailer.keys()].every((key) => known.has(key)))
    throw new Error('another trailer');
}

/** A catalogue may come to name evidence, which no program shows, in an object of its own, and extensions by name and number. */
function requireCatalogue(was: PdfDictionary, is: PdfDictionary, { taken, evidence }: State): void {
  const named = is.get('DSS');
  if (
    named !== undefined &&
    numberOf(named) !== evidence &&
    (evidence !== null || taken.has(numberOf(named)))
  )
    throw new Error('evidence in the place of something else');
  if (!isSame(without(was, ['DSS', 'Extensions']), without(is, ['DSS', 'Extensions'])))
    throw new Error('another catalogue');
  if (/ R\b/u.test(JSON.stringify([...flat(is.get('Extensions'))])))
    throw new Error('an extension elsewhere');
}

/** What was added at the end of a list, where all else stayed the same but what is named. */
function addedTo(
  list: 'Fields' | 'Annots',
  was: PdfDictionary,
  is: PdfDictionary,
  free: readonly string[] = [],
): readonly PdfValue[] {
  const [before, after] = [listOf(was.get(list)), listOf(is.get(list))];
  const rest = [list, ...free];
  if (!isSame(without(was, rest), without(is, rest)) || !isSame(before, after.slice(0, before.length)))
    throw new Error('something else was changed');
  return after.slice(before.length);
}

const ofWidget = new Set(['Type', 'Subtype', 'FT', 'T', 'TU', 'F', 'Ff', 'Rect', 'P', 'V', 'AP']);

/** The time-stamp of a field that shows nothing and does nothing. */
function stampOf(widget: PdfDictionary, page: number, objects: Update['objects'], { taken }: State): number {
  const [left, bottom, right, top] = listOf(widget.get('Rect'));
  // Without size, nothing is drawn of an appearance.
  const isUnseen = left !== undefined && left === right && bottom !== undefined && bottom === top;
  const isField = widget.get('Subtype') === '/Widget' && widget.get('FT') === '/Sig';
  const isKnown = [...widget.keys()].every((key) => ofWidget.has(key));
  const stamp = numberOf(widget.get('V'));
  if (!isUnseen || !isField || !isKnown || (widget.has('P') && numberOf(widget.get('P')) !== page))
    throw new Error('a field that is no time-stamp');
  if (!objects.has(stamp) || taken.has(stamp)) throw new Error('a time-stamp that was there');
  return stamp;
}

/** Whether a time-stamp speaks of the whole document up to the end of its update, but for its own place, and is signed. */
function holdsFor(bytes: Buffer, { objects, end }: Update, number: number): boolean {
  const stamp = objects.get(number);
  const said = dictionary(stamp?.value ?? '');
  if (said.get('Type') !== '/DocTimeStamp' || said.get('SubFilter') !== '/ETSI.RFC3161' || !stamp)
    return false;
  const [start, length = 0, second = 0, rest = 0] = listOf(said.get('ByteRange')).map(Number);
  const isWhole = start === 0 && second + rest === end && length > stamp.start && second < stamp.end;
  const place = readValue(bytes.toString('latin1', length, second), 0);
  if (!isWhole || bytes[length] !== 0x3c || place.end !== second - length) return false;
  if (!isSame(place.value, said.get('Contents'))) return false;
  const token = readTimestampToken(messageIn(Buffer.from(String(place.value).slice(1), 'latin1')));
  return confirms(token, digestOf([bytes.subarray(0, length), bytes.subarray(second, end)]));
}

const rootOf = ({ trailer }: State) => numberOf(trailer.get('Root'));

function dictionary(value: PdfValue): PdfDictionary {
  if (!(value instanceof Map)) throw new Error('no dictionary');
  return value;
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  if (!Array.isArray(value)) throw new Error('no list');
  return value;
}

function numberOf(value: PdfValue | undefined): number {
  const number = typeof value === 'string' ? /^(\d+) R$/u.exec(value)?.[1] : undefined;
  if (number === undefined) throw new Error('no reference');
  return Number(number);
}

function without(value: PdfDictionary, keys: readonly string[]): PdfDictionary {
  return new Map([...value].filter(([key]) => !keys.includes(key)));
}

function* flat(value: PdfValue | undefined): Generator<string> {
  if (value instanceof Map) for (const one of value.values()) yield* flat(one);
  else if (Array.isArray(value)) for (const one of value) yield* flat(one);
  else if (typeof value === 'string') yield value;
}
