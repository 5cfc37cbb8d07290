import * as z from 'zod';
import { offerFields } from '../../../criteria/offer.ts';
import { type Entries, type Entry, numberText, refuseFile, requireFormat } from '../../forms/entry.ts';
import { jsonLines } from './jsonLines.form.ts';

/** A value of one line as text; what is none is left for the reader of lines to refuse there. */
const text = z.unknown().optional().transform(textOf);
const answer = z.strictObject({ criterion: text, level: text, na: text, evidence: text, comment: text });
const part = { facts: z.record(z.string(), text).default({}), answers: z.array(answer).default([]) };
type Part = z.infer<z.ZodObject<typeof part>>;

const described = Object.fromEntries(offerFields.map((field) => [field, text]));
const fileShape = z.strictObject({
  format: z.unknown().optional(),
  formatVersion: z.unknown().optional(),
  criteriaVersion: text,
  ...part,
  offers: z.array(z.strictObject({ ...described, ...part })).default([]),
});

/** The entries of a file in JSON, each with the line on which it begins. */
export function entriesOfJson(json: string): Entries {
  // Read by the engine first: what is no JSON is not looked through for its lines.
  const given = parsed(json);
  const lines = jsonLines(json);
  requireFormat(Object(given).format, Object(given).formatVersion);
  const file = fileShape.safeParse(given);
  if (!file.success) return refuseKey(file.error.issues[0]);
  const entries: Entry[] = [];
  const add = (entry: Partial<Entry>, path: string) => {
    const empty = { kind: '', offer: '', id: '', value: '', na: '', evidence: '', comment: '' };
    entries.push({ ...empty, ...entry, line: lines.get(path) ?? 1 });
  };
  const addPart = ({ facts, answers }: Part, path: string, offer: string) => {
    for (const [id, value] of Object.entries(facts)) {
      add({ kind: 'fact', offer, id, value }, `${path}facts.${id}`);
    }
    for (const [i, { criterion, level, ...rest }] of answers.entries()) {
      add({ kind: 'answer', offer, id: criterion, value: level, ...rest }, `${path}answers.${i}`);
    }
  };
  addPart(file.data, '', '');
  for (const [i, offer] of file.data.offers.entries()) {
    const number = String(i + 1);
    // Its fields; what else it holds is no text.
    for (const [id, value] of Object.entries(offer)) {
      if (typeof value === 'string') add({ kind: 'offer', offer: number, id, value }, `offers.${i}.${id}`);
    }
    addPart(offer, `offers.${i}.`, number);
  }
  return { criteriaVersion: file.data.criteriaVersion, entries };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return refuseFile('importJson');
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined ? '' : '{}';
}

function refuseKey(issue: z.core.$ZodIssue | undefined): never {
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  return refuseFile('importKey', { name: name?.slice(0, 40) ?? '' });
}
