import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { SchemeFault, SchemeFaultCode } from './schemeError.ts';

export type KeyPath = readonly (string | number)[];

/** A YAML file as read: its value, what is wrong with its syntax, and the line of each of its keys. */
export interface SourceFile {
  readonly path: string;
  readonly value: unknown;
  readonly faults: readonly SchemeFault[];
  /** The fault at the line of a key or item, or of the nearest one around it that stands in the file. */
  fault(code: SchemeFaultCode, at: KeyPath, detail: string): SchemeFault;
}

/** Where a key or an item stands, and what it holds; null when the file has none. */
function step(node: Node, key: string | number): { offset: number; value: Node | null } | null {
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return isNode(item) ? { offset: item.range?.[0] ?? 0, value: item } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((candidate) => isScalar(candidate.key) && String(candidate.key.value) === key);
  if (pair === undefined || !isScalar(pair.key)) return null;
  return { offset: pair.key.range?.[0] ?? 0, value: isNode(pair.value) ? pair.value : null };
}

/** A file's text, and the path that messages name it by. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Reads YAML; a syntax fault or a key given twice becomes a fault, never an exception. */
export function readSource(file: SourceText): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const faults = [...document.errors, ...document.warnings].map(
    (problem): SchemeFault => ({
      code: problem.code === 'DUPLICATE_KEY' ? 'duplicateKey' : 'badYaml',
      file: file.path,
      line: lineOf(problem.pos[0]),
      detail: problem.message,
    }),
  );
  return {
    path: file.path,
    value: faults.length === 0 ? document.toJS() : null,
    faults,
    fault(code, at, detail) {
      let node: Node | null = document.contents;
      let offset = node?.range?.[0] ?? 0;
      for (const key of at) {
        const found: ReturnType<typeof step> = node === null ? null : step(node, key);
        if (found === null) break;
        offset = found.offset;
        node = found.value;
      }
      return { code, file: file.path, line: lineOf(offset), detail };
    },
  };
}
