import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** A piece of a program as the parser gives it (ESTree). */
export interface Piece {
  readonly type: string;
  readonly start: number;
  readonly [part: string]: unknown;
}

/** A module, with what its names stand for where that can be read. */
export interface Module {
  readonly file: string;
  readonly text: string;
  readonly program: Piece;
  /** Values of the constants of a name, wherever in the file they are declared. */
  readonly values: ReadonlyMap<string, readonly Piece[]>;
  /** Functions by name. */
  readonly functions: ReadonlyMap<string, Piece>;
  /** Names from other files of the project, and where each comes from. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

/** Files of TypeScript below a folder, with their paths. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();
}

/** Reads a module; `text` is what stands in the file by default. */
export function readModule(file: string, text = readFileSync(file, 'utf8')): Module {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const values = new Map<string, Piece[]>();
  const functions = new Map<string, Piece>();
  const imports = new Map<string, { file: string; name: string }>();
  for (const piece of piecesOf(program)) {
    if (piece.type === 'VariableDeclarator') {
      const name = nameOf(piece.id);
      if (name && isPiece(piece.init)) values.set(name, [...(values.get(name) ?? []), piece.init]);
    }
    if (piece.type === 'FunctionDeclaration') functions.set(nameOf(piece.id) ?? '', piece);
    if (piece.type === 'ImportDeclaration') {
      const from = String((piece.source as Piece).value);
      for (const one of piece.specifiers as Piece[]) {
        const name = nameOf(one.imported);
        const local = nameOf(one.local);
        if (from.startsWith('.') && name && local) {
          imports.set(local, { file: join(dirname(file), from), name });
        }
      }
    }
  }
  return { file, text, program: program as unknown as Piece, values, functions, imports };
}

/** A piece and all that it is made of. */
export function* piecesOf(from: unknown): Generator<Piece> {
  if (Array.isArray(from)) for (const one of from) yield* piecesOf(one);
  if (!isPiece(from)) return;
  yield from;
  for (const part of Object.values(from)) yield* piecesOf(part);
}

export function isPiece(value: unknown): value is Piece {
  return typeof value === 'object' && value !== null && typeof (value as Piece).type === 'string';
}

/** The name that an identifier or a plain key stands for; undefined for anything else. */
export function nameOf(piece: unknown): string | undefined {
  if (!isPiece(piece)) return undefined;
  if (piece.type === 'Identifier') return String(piece.name);
  return piece.type === 'Literal' && typeof piece.value === 'string' ? piece.value : undefined;
}
