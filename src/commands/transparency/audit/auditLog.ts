import type { Day } from '../../../register/day.ts';
import { LogFlaw } from '../../../transparency/read/logFlaw.ts';
import type { Head } from '../../../transparency/read/merkle.ts';
import {
  type LogPolicy,
  openCheckpoint,
  type SignedCheckpoint,
} from '../../../transparency/read/openCheckpoint.ts';
import { maxNoteBytes } from '../../../transparency/read/signedNote.ts';
import { tilePath, tileWidth } from '../../../transparency/read/tiles.ts';
import { besideLog } from './besideLog.ts';
import { type Block, loadBlock } from './blocks.ts';
import { EntryTimes, type SeenHead } from './entryTimes.ts';
import { type Finding, Findings, findingCodes } from './finding.ts';
import { inOrder } from './inOrder.ts';
import { LabelTable } from './labelTable.ts';
import type { LogSource } from './logSource.ts';
import { differencesOf } from './openData.ts';
import { erased, readEntry, statedFacts, statedFiles } from './said.ts';
import { SaidBeside } from './saidBeside.ts';
import { TreeCheck } from './treeCheck.ts';
import { Unread } from './unread.ts';

/** How many blocks are loaded ahead of the one that is checked. */
const ahead = 4;

export interface Audit {
  readonly source: LogSource;
  readonly policy: LogPolicy;
  /** Heads that were kept or shown by others: each must lie on the way to today's. */
  readonly heads: readonly SeenHead[];
  readonly now: Date;
  readonly today: Day;
  /** Waits until whatever the open data say has been entered. */
  readonly settle: () => Promise<void>;
}

export interface AuditReport {
  /** Null where no head could be believed. */
  readonly head: SignedCheckpoint | null;
  /** The signed note of the head. */
  readonly note: string;
  readonly labels: number;
  readonly erased: number;
  /** What of the site was held to the log beside its labels. */
  readonly beside: Readonly<Record<'statusLists' | 'keys' | 'criteria' | 'roots' | 'files', number>>;
  readonly findings: Pick<Findings, 'told' | 'count' | 'code'>;
}

/** Reads a whole log in constant memory and tells what is wrong with it; throws Unread where nothing can be said. */
export async function auditLog(audit: Audit): Promise<AuditReport> {
  const findings = new Findings();
  const first = await readHead(audit, findings);
  const reading = new LogReading(audit, findings, first.head);
  if (first.head === null) return { ...first, ...reading.counts(), findings };
  const holds = await reading.upTo(first.head);
  let differences = holds ? await shownOtherwise(audit, reading) : [];
  let last: Awaited<ReturnType<typeof readHead>> = first;
  if (differences.length > 0 && findings.code !== findingCodes.splitView) {
    // What was decided a moment ago may be shown before it is entered, or the other way round.
    await audit.settle();
    const policy = { ...audit.policy, quorum: 0 };
    last = await readHead({ ...audit, policy, heads: [first.head] }, findings);
    if (last.head) reading.times.addHead(last.head);
    if (last.head && last.head.size >= reading.size && (await reading.upTo(last.head))) {
      const before = new Set(differences.map(placeOf));
      differences = (await shownOtherwise(audit, reading)).filter((one) => before.has(placeOf(one)));
    }
  }
  for (const finding of differences) findings.add(finding);
  return { ...last, ...reading.counts(), findings };
}

/** Where the site says something else than the log. */
async function shownOtherwise(audit: Audit, reading: LogReading): Promise<Finding[]> {
  const labels = await differencesOf(audit, reading);
  return [...labels, ...(await besideLog(audit, reading.beside, reading.table))];
}

function placeOf({ name, label, served }: Finding): string {
  return `${name} ${label ?? ''} ${served ?? ''}`;
}

async function readHead({ source, policy, heads, now }: Audit, findings: Findings) {
  const note = await source.file('checkpoint', maxNoteBytes);
  if (!note) throw new Unread('notThere', 'checkpoint');
  const seconds = Math.floor(now.getTime() / 1000);
  try {
    const head = openCheckpoint(note, { ...policy, quorum: 0 }, seconds);
    if (head.witnesses.length < policy.quorum) findings.add({ name: 'fewWitnesses' });
    for (const { size } of heads) if (size > head.size) findings.add({ name: 'olderHead', head: size });
    return { head, note: note.toString() };
  } catch (error) {
    if (!(error instanceof LogFlaw)) throw error;
    findings.add({ name: 'badHead', flaw: error.flaw });
    return { head: null, note: note.toString() };
  }
}

/** A log as far as it was read. */
class LogReading {
  readonly table: LabelTable;
  readonly beside = new SaidBeside();
  readonly times: EntryTimes;
  readonly #source: LogSource;
  readonly #findings: Findings;
  readonly #tree: TreeCheck;
  #erased = 0;

  constructor({ source, heads, now }: Audit, findings: Findings, head: SeenHead | null) {
    this.#source = source;
    this.#findings = findings;
    this.#tree = new TreeCheck(source, heads);
    // A few more than there are: some may come while it is read.
    this.table = new LabelTable((head?.size ?? 0) + 1000);
    this.times = new EntryTimes([...heads, ...(head ? [head] : [])], now);
  }

  get size(): number {
    return this.#tree.size;
  }

  /** How much was compared. */
  counts(): Pick<AuditReport, 'labels' | 'erased' | 'beside'> {
    const { statusLists, keys, criteria, roots } = this.beside;
    return {
      labels: this.table.count,
      erased: this.#erased,
      beside: {
        statusLists: statusLists.size,
        keys: keys.size,
        criteria: criteria.size,
        roots: roots.size,
        files: this.table.withFiles,
      },
    };
  }

  /** Reads on up to a head; false where its entries are not those that were signed. */
  async upTo(head: Head): Promise<boolean> {
    const range = {
      from: Math.floor(this.#tree.size / tileWidth),
      count: Math.ceil(head.size / tileWidth),
      ahead,
    };
    const blocks = inOrder(range, (index) =>
      loadBlock(this.#source, index, Math.min(tileWidth, head.size - index * tileWidth)),
    );
    for await (const block of blocks) if (!(await this.#take(block))) return false;
    return this.#tree.close(head, this.#findings);
  }

  async #take(block: Block): Promise<boolean> {
    const { index, width } = block;
    const first = this.#tree.size;
    const entries = this.#entriesOf(block);
    if (entries === null) return false;
    if (!(await this.#tree.add(block, entries))) {
      this.#findings.add({ name: 'changedEntry', tile: tilePath('entries', index, width) });
      return false;
    }
    for (let at = first; at < index * tileWidth + width; at += 1) {
      const bytes = entries[at - index * tileWidth];
      if (bytes) this.#hear(at, bytes, block.statements?.[at - index * tileWidth] ?? null);
    }
    return true;
  }

  #entriesOf({ entries, index, width }: Block): Buffer[] | null {
    const tile = tilePath('entries', index, width);
    try {
      if (entries) return entries();
      this.#findings.add({ name: 'hiddenEntry', tile });
    } catch (error) {
      if (!(error instanceof LogFlaw)) throw error;
      const { flaw } = error;
      this.#findings.add({ name: flaw === 'fewEntries' ? 'hiddenEntry' : 'changedEntry', tile, flaw });
    }
    return null;
  }

  /** Judges the time of an entry, holds it to its statement, and keeps what was said last of each label. */
  #hear(at: number, bytes: Buffer, statement: string | null): void {
    const entry = readEntry(bytes);
    if (entry === null) {
      this.#findings.add({ name: 'entryUnread', entry: at });
      return;
    }
    const { number: label } = entry;
    const about = { entry: at, ...(label !== undefined && { label }) };
    const untimely = this.times.faultOf(at, entry.time);
    if (untimely) this.#findings.add({ name: untimely, ...about, time: entry.time });
    const isErased = statement === erased;
    const facts = isErased || statement === null ? null : statedFacts(entry, statement);
    if (isErased) this.#erased += 1;
    else if (facts === null)
      this.#findings.add({ name: statement === null ? 'noStatement' : 'otherStatement', ...about });
    if (label !== undefined) this.table.say(label, at, facts);
    else if (entry.type === 'files') this.#hearFiles(at, statement ?? '');
    else if (facts !== null && statement !== null) {
      const served = this.beside.say(entry.type, statement);
      if (served !== null) this.#findings.add({ name: 'statusListSkipped', entry: at, served });
    }
  }
  /** Keeps which files a label was said to have last. */
  #hearFiles(at: number, statement: string): void {
    const said = statedFiles(statement);
    if (said) this.table.sayFiles(said.number, said.facts);
    else this.#findings.add({ name: 'otherStatement', entry: at });
  }
}
