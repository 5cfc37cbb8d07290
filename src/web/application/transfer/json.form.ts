import { offerFields } from '../../../criteria/offer.ts';
import { type Entries, type Entry, numberText, refuseFile, requireFormat } from '../../forms/entry.ts';
import { jsonLines } from './jsonLines.form.ts';

type Fields = Readonly<Record<string, unknown>>;
type Say = (entry: Partial<Entry>, path: string) => void;

const answerKeys = ['criterion', 'level', 'na', 'evidence', 'comment'];
const offerKeys = [...offerFields, 'facts', 'answers'];
const fileKeys = ['format', 'formatVersion', 'criteriaVersion', 'facts', 'answers', 'offers'];

/** The entries of a file in JSON, each with the line on which it begins. */
export function entriesOfJson(text: string): Entries {
  // Read by the engine first: what is no JSON is not looked through for its lines.
  const given = parsed(text);
  const lines = jsonLines(text);
  const file = objectOf(given) ?? refuseFile('importFormat');
  requireFormat(file.format, file.formatVersion);
  onlyKeys(file, fileKeys);
  const entries: Entry[] = [];
  const say: Say = (entry, path) => {
    const empty = { kind: '', offer: '', id: '', value: '', na: '', evidence: '', comment: '' };
    entries.push({ ...empty, ...entry, line: lines.get(path) ?? 1 });
  };
  place(file, '', '', say);
  for (const [i, given] of listOf(file.offers).entries()) {
    const path = `offers.${i}`;
    const offer = objectOf(given) ?? wrong(path);
    onlyKeys(offer, offerKeys);
    const number = String(i + 1);
    for (const id of offerFields) {
      say({ kind: 'offer', offer: number, id, value: textOf(offer[id]) }, `${path}.${id}`);
    }
    place(offer, `${path}.`, number, say);
  }
  return { criteriaVersion: textOf(file.criteriaVersion), entries };
}

function place({ facts, answers }: Fields, path: string, offer: string, say: Say): void {
  const given = facts === undefined ? {} : (objectOf(facts) ?? wrong(`${path}facts`));
  for (const [id, value] of Object.entries(given)) {
    say({ kind: 'fact', offer, id, value: textOf(value) }, `${path}facts.${id}`);
  }
  for (const [i, one] of listOf(answers).entries()) {
    const at = `${path}answers.${i}`;
    const answer = objectOf(one) ?? wrong(at);
    onlyKeys(answer, answerKeys);
    const { criterion, level, na, evidence, comment } = answer;
    const entry = { kind: 'answer', offer, id: textOf(criterion), value: textOf(level), na: textOf(na) };
    say({ ...entry, evidence: textOf(evidence), comment: textOf(comment) }, at);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuseFile('importJson');
  }
}

function objectOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : wrong('[]');
}

/** A value of one line; what is none is left for the reader of lines to refuse there. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined ? '' : '{}';
}

function onlyKeys(object: Fields, known: readonly string[]): void {
  const other = Object.keys(object).find((key) => !known.includes(key));
  if (other !== undefined) refuseFile('importKey', { name: other.slice(0, 40) });
}

function wrong(name: string): never {
  return refuseFile('importKey', { name });
}
