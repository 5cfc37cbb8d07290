/** Levels of a file of answers: file, offers, offer, answers, answer. One that nests deeper is none. */
const deepest = 6;

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:\n]|[^\s"{}[\],:]+/gs;

interface Level {
  readonly path: string;
  /** The place in a list; -1 in an object. */
  at: number;
  key: string;
  /** In an object: what comes next is a value. */
  value: boolean;
}

/** On which line (from 1) each value of a JSON text begins, by its dotted path; null when it nests too deep. */
export function jsonLines(text: string): ReadonlyMap<string, number> | null {
  const lines = new Map<string, number>();
  const levels: Level[] = [];
  let line = 1;
  const begin = () => {
    const here = levels.at(-1);
    const path = here ? `${here.path}${here.at === -1 ? here.key : here.at}` : '';
    lines.set(path, line);
    return path === '' ? '' : `${path}.`;
  };
  for (const [sign] of text.matchAll(token)) {
    const here = levels.at(-1);
    if (sign === '\n') line += 1;
    else if (sign === '{' || sign === '[') {
      if (levels.length === deepest) return null;
      levels.push({ path: begin(), at: sign === '{' ? -1 : 0, key: '', value: false });
    } else if (sign === '}' || sign === ']') levels.pop();
    else if (here && sign === ':') here.value = true;
    else if (here && sign === ',') {
      if (here.at === -1) here.value = false;
      else here.at += 1;
    } else if (here && here.at === -1 && !here.value) here.key = sign.slice(1, -1);
    else begin();
  }
  return lines;
}
