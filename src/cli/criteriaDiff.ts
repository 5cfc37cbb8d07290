import { loadSchemes } from '../boot/loadSchemes.ts';
import type { DryRunLine } from '../commands/items/changePack.ts';
import { dryRunCriteria } from '../commands/label/changePack/dryRunCriteria.ts';
import { readConfig } from '../config.ts';
import { compareSchemes, printChange } from '../criteria/compare.ts';
import type { PublishedScheme } from '../criteria/scheme.ts';
import { withStorage } from './withStorage.ts';

interface DiffOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * Prints what changed in words and data between two versions of the criteria; with `dryRun` also which living labels and drafts would
 * fail under the later one, and on what. Nothing is written.
 */
export async function criteriaDiff(from: string, to: string, { dryRun, json }: DiffOptions): Promise<void> {
  const schemes = await loadSchemes();
  const [before, after] = [named(schemes, from), named(schemes, to)];
  const print = json ? (line: unknown) => console.log(JSON.stringify(line)) : () => {};
  for (const change of compareSchemes(before, after)) {
    if (json) print({ type: 'change', ...change });
    else console.log(printChange(change));
  }
  if (!dryRun) return;
  await withStorage(readConfig(), async ({ store }) => {
    const totals = { labels: 0, drafts: 0, losing: 0, toAnswer: 0 };
    for await (const line of dryRunCriteria({ store, schemes }, after)) {
      totals[line.kind === 'label' ? 'labels' : 'drafts'] += 1;
      if (line.lost.length > 0) totals.losing += 1;
      if (line.toAnswer.length > 0) totals.toAnswer += 1;
      if (json) print({ type: 'file', ...line });
      else if (line.lost.length > 0) console.log(printLoss(line));
    }
    if (json) return print({ type: 'totals', ...totals });
    const { labels, drafts, losing, toAnswer } = totals;
    console.log(
      `${labels} labels, ${drafts} drafts: ${losing} would fail, ${toAnswer} have something new to answer`,
    );
  });
}

function named(schemes: ReadonlyMap<string, PublishedScheme>, version: string): PublishedScheme {
  const found = schemes.get(version);
  if (!found) throw new Error(`${version} is no version of the criteria: ${[...schemes.keys()].join(', ')}`);
  return found;
}

/** A file that would fail, as one line: `! label GE-2026-… : LUC-03, theme ENV, threshold`. */
export function printLoss({ kind, number, lost }: DryRunLine): string {
  const reasons = lost.map(({ offerId, kind: why, id }) => {
    const what = { mandatory: id, floor: `theme ${id}`, overall: 'threshold' }[why];
    return offerId === '' ? what : `${what} of offer ${offerId}`;
  });
  return `! ${kind} ${number}: ${reasons.join(', ')}`;
}
