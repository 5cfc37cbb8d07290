import { maxLines } from '../../../commands/application/transfer/line.ts';
import { refuseFile } from '../../forms/entry.ts';

/** Levels of a file of answers: file, offers, offer, answers, answer. One that nests deeper is none. */
const deepest = 6;

/** Longer than any key of ours: a path is put together of keys, so that none may be as long as the file. */
const maxKeyLength = 60;

/** A line of a file is an answer with its five parts, or less: more values than that are no file of answers. */
const maxValues = maxLines * 8;

const bare = /[^\s"{}[\],:]+/y;

interface Level {
  readonly path: string;
  /** The place in a list; -1 in an object. */
  at: number;
  key: string;
  /** In an object: what comes next is a value. */
  value: boolean;
}

/**
 * On which line (from 1) each value begins, by its dotted path. The text has to be JSON: it is gone through once and not
 * checked. Refuses a file that nests too deep, has a key that is not ours, or too many values.
 */
export function jsonLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const levels: Level[] = [];
  let line = 1;
  let values = 0;
  const begin = () => {
    values += 1;
    if (values > maxValues) refuseFile('tableTooLong', { max: maxLines });
    const here = levels.at(-1);
    const path = here ? `${here.path}${here.at === -1 ? here.key : here.at}` : '';
    lines.set(path, line);
    return path === '' ? '' : `${path}.`;
  };
  for (let from = 0, end = 0; from < text.length; from = end) {
    end = endOf(text, from);
    const sign = text[from] ?? '';
    const here = levels.at(-1);
    if (sign === '\n') line += 1;
    else if (sign === '{' || sign === '[') {
      if (levels.length === deepest) refuseFile('importDeep');
      levels.push({ path: begin(), at: sign === '{' ? -1 : 0, key: '', value: false });
    } else if (sign === '}' || sign === ']') levels.pop();
    else if (here && sign === ':') here.value = true;
    else if (here && sign === ',') {
      if (here.at === -1) here.value = false;
      else here.at += 1;
    } else if (here && here.at === -1 && !here.value && sign === '"') here.key = keyIn(text, from, end);
    else if (sign.trim() !== '') begin();
  }
  return lines;
}

/** Where the sign, the text or the number that begins at `from` is over. */
function endOf(text: string, from: number): number {
  if (text[from] === '"') {
    let at = from + 1;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    return at + 1;
  }
  bare.lastIndex = from;
  return bare.test(text) ? bare.lastIndex : from + 1;
}

function keyIn(text: string, from: number, end: number): string {
  const key = text.slice(from + 1, Math.min(end - 1, from + 2 + maxKeyLength));
  return key.length > maxKeyLength ? refuseFile('importKey', { name: key.slice(0, 40) }) : key;
}
