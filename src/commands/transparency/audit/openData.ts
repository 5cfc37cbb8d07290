import type { Day } from '../../../register/day.ts';
import { tileWidth } from '../../../transparency/read/tiles.ts';
import { loadBlock } from './blocks.ts';
import type { Finding, FindingName } from './finding.ts';
import type { LabelTable } from './labelTable.ts';
import type { LogSource } from './logSource.ts';
import { readEntry, shownFacts } from './said.ts';
import { Unread } from './unread.ts';

const path = 'api/v1/register.jsonl';
/** Most bytes of a label in the open data. */
const maxLineBytes = 1_000_000;
/** Most differences that are looked at. */
const maxDifferences = 1000;

const nameOf = { differs: 'openDataDiffer', unknown: 'notInLog' } as const satisfies Record<
  string,
  FindingName
>;

/** Where the open data of today and what the log said last of each label are not the same; throws Unread. */
export async function differencesOf(
  { source, today }: { readonly source: LogSource; readonly today: Day },
  { table, size }: { readonly table: LabelTable; readonly size: number },
): Promise<Finding[]> {
  const found: Finding[] = [];
  table.showAgain();
  for await (const line of source.siteLines(path, maxLineBytes)) {
    const shown = shownFacts(line, today);
    if (!shown) throw new Unread('notAsExpected', path);
    const is = table.show(shown.number, shown.facts);
    if (is === 'same') continue;
    found.push({ name: nameOf[is], label: shown.number });
    if (found.length === maxDifferences) return found;
  }
  for (const at of table.notShown()) {
    const label = await numberIn(source, at, size);
    found.push({ name: 'notInOpenData', ...(label !== undefined && { label }) });
    if (found.length === maxDifferences) break;
  }
  return found;
}

/** The number of the label that an entry is about: the table has its hash alone. */
async function numberIn(source: LogSource, at: number, size: number): Promise<string | undefined> {
  const index = Math.floor(at / tileWidth);
  const { entries } = await loadBlock(source, index, Math.min(tileWidth, size - index * tileWidth));
  const bytes = entries?.()[at % tileWidth];
  return bytes && readEntry(bytes)?.number;
}
