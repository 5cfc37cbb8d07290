import { createHash } from 'node:crypto';
import type { Translator } from '../../i18n/i18n.ts';
import { profile } from '../../profile/profile.ts';
import { csvText } from './csv.ts';
import { cellsOf, type List, type ListFormat } from './list.ts';
import { workbookOf } from './workbook.ts';

/** When and by which criteria a list was made. */
export interface ListMade {
  readonly at: string;
  readonly criteria: string;
}

/** Rows that are turned into text at a time. */
const batch = 200;

/**
 * A list as the bytes of a file. `digest` is the SHA-256 of the list as CSV in this language, whatever the format: two exports with
 * the same digest hold the same rows. A workbook tells it on its second sheet, with what was asked, the date and the number of rows.
 * `mayGoOn` is asked before each batch and throws when nobody waits any more, which closes whatever `rows` reads from.
 */
export async function writeList<Row>(
  list: List<Row>,
  format: ListFormat,
  { at, criteria }: ListMade,
  words: Translator,
  mayGoOn: (rows: number) => void,
): Promise<{ readonly bytes: Buffer; readonly digest: string; readonly rows: number }> {
  const sum = createHash('sha256');
  const texts: string[] = [];
  let digest = '';
  let count = 0;
  const add = (rows: readonly (string | number | null)[][], isStart = false) => {
    const text = csvText(rows, words.language, isStart);
    sum.update(text);
    if (format === 'csv') texts.push(text);
  };

  async function* rowsOfAll() {
    add([list.columns.map(({ heading }) => heading)], true);
    let waiting: (string | number | null)[][] = [];
    for await (const row of list.rows) {
      const cells = cellsOf(list.columns, row);
      count += 1;
      waiting.push(cells);
      if (waiting.length === batch) {
        mayGoOn(count);
        add(waiting);
        waiting = [];
      }
      yield cells;
    }
    mayGoOn(count);
    add(waiting);
    digest = sum.digest('hex');
  }

  const { t, time } = words;
  const about = () => ({
    sheet: t('lists.about'),
    rows: [
      [t('lists.list'), list.title],
      [t('lists.made'), time(at)],
      [t('lists.criteria'), criteria],
      ...list.asked,
      ...(list.asked.length === 0 ? ([[t('lists.asked'), t('lists.all')]] as const) : []),
      [t('lists.rows'), count],
      [t('lists.digest'), digest],
      [t('lists.times'), t('lists.timesText')],
      ...list.columns.map(({ key, heading }) => [t('lists.column', { heading }), key] as const),
    ] as const,
    properties: {
      title: list.title,
      creator: profile.name,
      created: new Date(at),
      modified: new Date(at),
      custom: { criteria, rows: count, sha256: digest },
    },
  });
  if (format === 'xlsx') {
    const bytes = await workbookOf(t('lists.rows'), list.columns, rowsOfAll(), about);
    return { bytes, digest, rows: count };
  }
  for await (const _ of rowsOfAll());
  return { bytes: Buffer.from(texts.join('')), digest, rows: count };
}
