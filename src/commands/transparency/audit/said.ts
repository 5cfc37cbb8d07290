import { hash } from 'node:crypto';
import * as z from 'zod';
import { readJson } from '../../../readJson.ts';
import type { Day } from '../../../register/day.ts';
import type { bundleRow } from '../../../register/trust/bundleLines.ts';

const text = z.string();
type BundleRow = z.infer<typeof bundleRow>;

/** An entry as far as it is read here; kinds of later versions pass. */
const entryShape = z.object({
  v: z.literal(1),
  type: text,
  number: text.optional(),
  revision: z.int().optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  time: z.iso.datetime(),
});
export type LogEntry = z.infer<typeof entryShape>;

/** What was stated of a label. */
const labelStatement = z.object({
  number: text,
  revision: z.int(),
  state: text,
  standing: text,
  organisation: text,
  offers: z.array(text),
  since: text,
  until: text,
  criteria: text,
});

/** A label of the open data. */
const shownLabel = z.object({
  number: text,
  valid: z.boolean(),
  status: text,
  organisation: z.object({ name: text }),
  offers: z.array(z.object({ name: text })),
  since: text,
  periodEnd: text,
  criteria: z.object({ version: text }),
  history: z.array(z.object({ state: text, standing: text.optional() })).min(1),
});

/** Reads an entry; null for what is none. */
export function readEntry(bytes: Buffer): LogEntry | null {
  return entryShape.safeParse(parsed(bytes.toString())).data ?? null;
}

/** Stands in the place of a statement that had to be erased. */
export const erased = '{"erased":true}';

/**
 * What a statement says of its label, in one text that can be compared with that of `shownFacts`, if it is that of its entry; of an entry
 * about something else its hash alone is compared. Null for another statement.
 */
export function statedFacts({ number, revision, sha256 }: LogEntry, statement: string): string | null {
  if (hash('sha256', statement) !== sha256) return null;
  if (number === undefined) return parsed(statement) === null ? null : '';
  const said = labelStatement.safeParse(parsed(statement)).data;
  if (said?.number !== number || said.revision !== revision) return null;
  const { state, standing, organisation, offers, since, until, criteria } = said;
  return factsOf({ state, standing, organisation, offers, since, until, criteria });
}

const filesStatement = z.object({
  label: text,
  revision: z.int(),
  files: z.array(z.object({ digest: text })),
  all: text,
});

/** What a statement says of the files of a label, in one text that can be compared with that of `bundleFiles`, and its number; null for another one. */
export function statedFiles(statement: string): { readonly number: string; readonly facts: string } | null {
  const said = filesStatement.safeParse(parsed(statement)).data;
  if (!said) return null;
  const { label: number, revision, files, all } = said;
  return { number, facts: JSON.stringify([revision, files.map(({ digest }) => digest), all]) };
}

/** What a trust bundle says of the files of a label. */
export function bundleFiles({ revision, files }: Pick<BundleRow, 'revision' | 'files'>): string {
  const newest = files.filter((file) => file.revision === revision).map(({ digest }) => digest);
  const all = hash('sha256', files.map((file) => `${file.revision} ${file.digest}\n`).join(''));
  return JSON.stringify([revision, newest, all]);
}

/** What the open data say of a label on a day, and its number; null for what is no label. */
export function shownFacts(
  line: string,
  today: Day,
): { readonly number: string; readonly facts: string } | null {
  const once = parsed(line);
  const shown = shownLabel.safeParse(once ?? parsedAnyhow(line)).data;
  const last = shown?.history.at(-1);
  if (!shown || !last) return null;
  const { number, since, periodEnd: until } = shown;
  const { state, standing = 'clean' } = last;
  const organisation = shown.organisation.name;
  const offers = shown.offers.map(({ name }) => name);
  const facts = factsOf({
    state,
    standing,
    organisation,
    offers,
    since,
    until,
    criteria: shown.criteria.version,
  });
  // Who reads the word alone must not read another one than the history gives.
  return {
    number,
    facts:
      once !== null && isWordOf(shown, { state, standing, until }, today) ? facts : 'its own word differs',
  };
}

/** What a trust bundle says of a label, in one text that can be compared with that of `statedFacts`. */
export function bundleFacts(row: BundleRow): string {
  const { state, standing, organisation, offers, since, until, criteria = '' } = row;
  return factsOf({ state, standing, organisation, offers, since, until, criteria });
}

interface Facts {
  readonly state: string;
  readonly standing: string;
  readonly organisation: string;
  readonly offers: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly criteria: string;
}

/** While its files are made, a label is said to be what it will be. */
function factsOf({ state, standing, organisation, offers, since, until, criteria }: Facts): string {
  const said = state === 'issuing' ? 'active' : state;
  return JSON.stringify([said, standing, organisation, offers, since, until, criteria]);
}

const wordsOfStanding: Readonly<Record<string, string>> = { clean: 'active' };

/** Whether the word and the `valid` of a label are those of its state on a day. */
function isWordOf(
  { status, valid }: { readonly status: string; readonly valid: boolean },
  { state, standing, until }: Pick<Facts, 'state' | 'standing' | 'until'>,
  today: Day,
): boolean {
  const isOver = today > until;
  const active = isOver ? 'expired' : (wordsOfStanding[standing] ?? standing);
  const words: Readonly<Record<string, readonly string[]>> = {
    active: [active],
    issuing: [active],
    // Until when it is extended is no part of the statement.
    extended: isOver ? ['extended', 'expired'] : ['extended'],
    withdrawalPending: ['suspended'],
  };
  const isValid = state !== 'issuing' && (status === 'extended' || (state === 'active' && !isOver));
  return (words[state] ?? [state]).includes(status) && valid === isValid;
}

/** A value of JSON. Null for what is no JSON, and where an object says a name twice: one program reads its first value and another one its last. */
export function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    // What is written again the same says nothing twice: that is asked first, as it is quick.
    return JSON.stringify(value) === json ? value : readJson(json);
  } catch {
    return null;
  }
}

function parsedAnyhow(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
