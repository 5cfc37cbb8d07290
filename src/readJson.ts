/** Texts of a JSON text, of which a name is one before a colon, and the ends of its objects. */
const parts = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}]/gu;

/**
 * The value of a JSON text, with or without a byte order mark. Throws for what is no JSON, and a `RepeatedName` where an object says a
 * name twice: one program reads its first value and another one its last (RFC 8259, 4).
 */
export function readJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/u, '');
  const value: unknown = JSON.parse(json);
  const open: Set<unknown>[] = [];
  for (const [part, written, colon] of json.matchAll(parts)) {
    if (part === '{') open.push(new Set());
    else if (part === '}') open.pop();
    else if (colon !== undefined) {
      const names = open.at(-1);
      const name: unknown = JSON.parse(`"${written}"`);
      if (names?.has(name)) throw new RepeatedName();
      names?.add(name);
    }
  }
  return value;
}

/** Why a JSON text that every parser takes is not read. */
export class RepeatedName extends Error {}
