/** One cell of a table as text, and the line on which it begins (from 1). */
export interface Cell {
  readonly content: string;
  readonly line: number;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** The cells of a table with this separator (RFC 4180) that are not empty, as forgiving as spreadsheets are: quotes count only at the start of a cell. */
export function* tableCells(text: string, separator: string): Generator<Cell> {
  const ends = separator.charCodeAt(0);
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const from = at;
    const begins = line;
    let quoted = '';
    if (text.charCodeAt(at) === quote) {
      at = closing(text, at + 1);
      quoted = text.slice(from + 1, at).replaceAll('""', '"');
      line += quoted.split('\n').length - 1;
      at += 1;
    }
    const rest = at;
    let code = text.charCodeAt(at);
    while (at < text.length && code !== ends && code !== lineFeed && code !== carriageReturn) {
      at += 1;
      code = text.charCodeAt(at);
    }
    if (at > from) yield { content: quoted + text.slice(rest, at), line: begins };
    if (code === lineFeed) line += 1;
  }
}

/** Where the quote stands that closes: two of them are one sign of the content. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}
