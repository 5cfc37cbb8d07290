import { isPiece, type Module, nameOf, type Piece, piecesOf, readModule } from './readSource.ts';

/** A piece of a program with the module that it stands in. */
interface Placed {
  readonly piece: Piece;
  readonly module: Module;
}

/** A field of an event that always has the same value, whatever is stored. */
export interface ConstantField {
  readonly event: string;
  readonly field: string;
}

const modules = new Map<string, Module>();
const maxSteps = 8;

/** Every name that the guards of some files read of anything: of an event, or of what an event holds. */
export function namesRead(files: readonly string[]): Set<string> {
  const names = files.flatMap((file) =>
    [...piecesOf(readModule(file).program)].flatMap((piece) => {
      if (piece.type === 'MemberExpression' && !piece.computed) return nameOf(piece.property) ?? [];
      if (piece.type === 'ObjectPattern')
        return (piece.properties as Piece[]).flatMap((one) => nameOf(one.key) ?? []);
      return piece.type === 'BinaryExpression' && piece.operator === 'in' ? (nameOf(piece.left) ?? []) : [];
    }),
  );
  return new Set(names);
}

/** The events that a module makes, by their type; one that is only known when it happens is under the text that says it. */
export function eventsIn(module: Module, types: ReadonlySet<string>): { type: string; piece: Piece }[] {
  const sent = new Set(sendingsIn(module).flatMap(({ events }) => events));
  return [...piecesOf(module.program)].flatMap((piece) => {
    if (piece.type !== 'ObjectExpression') return [];
    const said = (piece.properties as Piece[]).find(({ key }) => nameOf(key) === 'type')?.value;
    const literals = [...piecesOf(said)].filter(({ type }) => type === 'Literal');
    const known = literals.flatMap(({ value }) => (types.has(String(value)) ? [String(value)] : []));
    const unknown = known.length === 0 && sent.has(piece) ? [textOf(said, module)] : [];
    return [...known, ...unknown].map((type) => ({ type, piece }));
  });
}

/** What applies an event of an appeal for its callers. */
const handingOn = ['reasoned', 'requested'];

/** Where a module hands an event to a machine, and the objects that the event can be. */
export function sendingsIn(module: Module): { readonly call: string; readonly events: readonly Piece[] }[] {
  return [...piecesOf(module.program)].flatMap((piece) => {
    const called = piece.type === 'CallExpression' ? nameOf(piece.callee) : undefined;
    const [, , event] = (piece.arguments ?? []) as Piece[];
    if (!event || !called || !(called.startsWith('applyTo') || handingOn.includes(called))) return [];
    const events = [event, ...givenFor(event, module)].flatMap((one) =>
      objectsOf({ piece: one, module }, maxSteps),
    );
    return [{ call: textOf(piece, module), events }];
  });
}

/** What a module's own calls hand in for a parameter of one of its functions. */
function givenFor(parameter: Piece, module: Module): Piece[] {
  const name = nameOf(parameter);
  return [...piecesOf(module.program)].flatMap((piece) => {
    if (piece.type !== 'CallExpression') return [];
    const parameters = (module.functions.get(nameOf(piece.callee) ?? '')?.params ?? []) as Piece[];
    return (piece.arguments as Piece[]).filter(
      (_, i) => name !== undefined && nameOf(parameters[i]) === name,
    );
  });
}

function objectsOf(placed: Placed, steps: number): Piece[] {
  if (steps === 0) return [];
  if (placed.piece.type === 'ObjectExpression') return [placed.piece];
  return followed(placed).flatMap((next) => objectsOf(next, steps - 1));
}

function textOf(piece: unknown, { text }: Module): string {
  return isPiece(piece) ? text.slice(piece.start, Number(piece.end)) : '';
}

/** Those fields of a module's events, at any depth, that a guard reads and that are constant. */
export function constantFields(
  module: Module,
  types: ReadonlySet<string>,
  read: ReadonlySet<string>,
): ConstantField[] {
  return eventsIn(module, types).flatMap(({ type, piece }) =>
    constantsWithin({ piece, module }, read, maxSteps).map((field) => ({ event: type, field })),
  );
}

const occurrence = ['type', 'at', 'actor'];

function constantsWithin({ piece, module }: Placed, read: ReadonlySet<string>, steps: number): string[] {
  if (steps === 0) return [];
  const within = (next: Placed) => constantsWithin(next, read, steps - 1);
  if (piece.type !== 'ObjectExpression') return followed({ piece, module }).flatMap(within);
  return (piece.properties as Piece[]).flatMap((one) => {
    if (one.type === 'SpreadElement') return within({ piece: one.argument as Piece, module });
    const name = nameOf(one.key);
    const value = { piece: one.value as Piece, module };
    if (!name || occurrence.includes(name)) return [];
    if (read.has(name) && isConstant(value, steps)) return [name];
    return within(value);
  });
}

/** What a piece stands for, one step on: the value of a name, what a function gives, the elements of a list. */
function followed({ piece, module }: Placed): Placed[] {
  const here = (...parts: unknown[]) => parts.filter(isPiece).map((part) => ({ piece: part, module }));
  switch (piece.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return here(piece.expression);
    case 'AwaitExpression':
      return here(piece.argument);
    case 'ArrayExpression':
      return here(...(piece.elements as unknown[]));
    case 'LogicalExpression':
      return here(piece.left, piece.right);
    // A way out that says nothing at all is what is told where there is nothing to read.
    case 'ConditionalExpression':
      return here(piece.consequent, piece.alternate).filter((way) => !isConstant(way, maxSteps));
    case 'Identifier':
      return named(String(piece.name), module);
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
      return returnsOf(piece).map((given) => ({ piece: given, module }));
    case 'CallExpression':
      return called(piece, module);
    default:
      return [];
  }
}

function called(piece: Piece, module: Module): Placed[] {
  const callee = piece.callee as Piece;
  const handed = (piece.arguments as Piece[]).map((given) => ({ piece: given, module }));
  if (callee.type !== 'MemberExpression') return followed({ piece: callee, module });
  return ['map', 'flatMap', 'all', 'resolve', 'freeze'].includes(nameOf(callee.property) ?? '') ? handed : [];
}

function named(name: string, module: Module): Placed[] {
  const local = [...(module.values.get(name) ?? []), module.functions.get(name)]
    .filter(isPiece)
    .map((piece) => ({ piece, module }));
  const imported = module.imports.get(name);
  if (local.length > 0 || !imported) return local;
  const other = modules.get(imported.file) ?? readModule(imported.file);
  modules.set(imported.file, other);
  return named(imported.name, other);
}

function returnsOf({ body }: Piece): Piece[] {
  if (!isPiece(body)) return [];
  if (body.type !== 'BlockStatement') return [body];
  return [...piecesOf(body)].flatMap(({ type, argument }) =>
    type === 'ReturnStatement' && isPiece(argument) ? [argument] : [],
  );
}

/** Whether a piece has one value, whatever was read. */
function isConstant({ piece, module }: Placed, steps: number): boolean {
  if (steps === 0) return false;
  const constant = (part: unknown) => isPiece(part) && isConstant({ piece: part, module }, steps - 1);
  switch (piece.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return (piece.expressions as unknown[]).every(constant);
    case 'UnaryExpression':
      return constant(piece.argument);
    case 'BinaryExpression':
      return constant(piece.left) && constant(piece.right);
    case 'MemberExpression':
      return constant(piece.object);
    case 'ArrayExpression':
      return (piece.elements as unknown[]).every(constant);
    case 'ObjectExpression':
      return (piece.properties as Piece[]).every(({ value, argument }) => constant(value ?? argument));
    case 'ConditionalExpression':
      return constant(piece.test) && constant(piece.consequent) && constant(piece.alternate);
    case 'Identifier':
      if (piece.name === 'undefined') return true;
      break;
    case 'CallExpression': {
      const callee = piece.callee as Piece;
      if (callee.type === 'MemberExpression' && nameOf(callee.property) !== 'resolve') return false;
    }
  }
  const next = followed({ piece, module });
  return next.length > 0 && next.every((one) => isConstant(one, steps - 1));
}
