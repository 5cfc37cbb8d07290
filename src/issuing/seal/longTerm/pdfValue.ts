/** A value as it is written in a document: numbers, names, strings and references as one text each, whatever way they are written. */
export type PdfValue = string | readonly PdfValue[] | PdfDictionary;
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** A value, and where it ends in the text. */
interface Read {
  readonly value: PdfValue;
  readonly end: number;
}

const maxDepth = 20;
/** White space (ISO 32000-1, 7.2.3); no comments: nothing is looked for in them. */
const space = /[\0\t\n\f\r ]*/uy;
const reference = /(\d{1,10}) 0 R(?![\w])/uy;
const number = /[+-]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})(?![\w.])/uy;
const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/uy;
const hex = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/uy;
const word = /(?:true|false|null)(?!\w)/uy;

/** Reads the value at a place of a text in Latin-1; throws for anything else, and for a dictionary that says a name twice. */
export function readValue(text: string, at: number, depth = 0): Read {
  const from = skipSpace(text, at);
  if (depth > maxDepth) throw new Error('a value that is too deep');
  if (text.startsWith('<<', from)) return dictionaryAt(text, from + 2, depth);
  if (text[from] === '[') return arrayAt(text, from + 1, depth);
  if (text[from] === '(') return stringAt(text, from + 1);
  const referred = matchAt(reference, text, from);
  if (referred) return { value: `${Number(referred[1])} R`, end: from + referred[0].length };
  const counted = matchAt(number, text, from);
  if (counted) return { value: String(Number(counted[0])), end: from + counted[0].length };
  const named = matchAt(name, text, from);
  if (named) return { value: `/${plainName(named[1] ?? '')}`, end: from + named[0].length };
  const coded = matchAt(hex, text, from);
  if (coded) return { value: `(${fromHex(coded[1] ?? '')}`, end: from + coded[0].length };
  const said = matchAt(word, text, from);
  if (said) return { value: said[0], end: from + said[0].length };
  throw new Error('no value');
}

/** The first place behind white space. */
export function skipSpace(text: string, at: number): number {
  return at + (matchAt(space, text, at)?.[0].length ?? 0);
}

/** What a sticky pattern finds at exactly this place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function dictionaryAt(text: string, at: number, depth: number): Read {
  const value = new Map<string, PdfValue>();
  for (let from = skipSpace(text, at); ; ) {
    if (text.startsWith('>>', from)) return { value, end: from + 2 };
    const key = matchAt(name, text, from);
    const plain = plainName(key?.[1] ?? '');
    if (!key || value.has(plain)) throw new Error('a dictionary of another form');
    const read = readValue(text, from + key[0].length, depth + 1);
    value.set(plain, read.value);
    from = skipSpace(text, read.end);
  }
}

function arrayAt(text: string, at: number, depth: number): Read {
  const value: PdfValue[] = [];
  for (let from = skipSpace(text, at); ; ) {
    if (text[from] === ']') return { value, end: from + 1 };
    const read = readValue(text, from, depth + 1);
    value.push(read.value);
    from = skipSpace(text, read.end);
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string between brackets, which may stand in it in pairs (ISO 32000-1, 7.3.4.2). */
function stringAt(text: string, at: number): Read {
  let value = '(';
  let open = 1;
  for (let from = at; from < text.length; ) {
    const escaped = matchAt(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/uy, text, from);
    if (escaped) {
      const [all, octal, sign = ''] = escaped;
      if (octal) value += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      else if (!/[\r\n]/u.test(sign)) value += escapes[sign] ?? sign;
      from += all.length;
      continue;
    }
    const sign = text[from] ?? '';
    from += 1;
    if (sign === '(') open += 1;
    if (sign === ')') open -= 1;
    if (open === 0) return { value, end: from };
    value += sign;
  }
  throw new Error('a string without end');
}

function fromHex(digits: string): string {
  const all = digits.replaceAll(/[^0-9A-Fa-f]/gu, '');
  return Buffer.from(all.length % 2 === 0 ? all : `${all}0`, 'hex').toString('latin1');
}

function plainName(written: string): string {
  return written.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Whether two values are the same, in whatever order their dictionaries are written. */
export function isSame(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, value]) => isSame(value, other.get(key)));
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, i) => isSame(value, other[i]));
  return typeof one === 'string' && one === other;
}
