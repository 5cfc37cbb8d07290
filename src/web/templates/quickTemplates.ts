import nunjucks from 'nunjucks';

type Exported = Readonly<Record<string, unknown>>;
type Done = (error: Error | null, exported: Exported | null) => void;
interface Template {
  getExported(...given: [Done] | [object, object, Done]): void;
  /** What it gave to those who imported it without context. */
  exported?: Exported;
}
interface Frame {
  readonly variables: Record<string, unknown>;
  resolve(name: string, forWrite: boolean): Frame | undefined;
  set(name: string, value: unknown, resolveUp?: boolean): void;
}
interface Compiler {
  _emitLine(code: string): void;
  _emitLoopBindings(node: object, list: string, at: string, length: string): void;
}

/** The parts of the library that do for every page what need not be done again, or not so: half of the time that a page took. */
const { Template, runtime, compiler } = nunjucks as unknown as {
  readonly Template: { readonly prototype: Template };
  readonly runtime: { readonly Frame: { readonly prototype: Frame } };
  readonly compiler: { readonly Compiler: { readonly prototype: Compiler } };
};

const { getExported } = Template.prototype;
const { set } = runtime.Frame.prototype;

/**
 * A file of macros that is imported without context knows nothing of the page: it is run when it is first imported, with all that
 * it imports itself, and not again.
 */
Template.prototype.getExported = function (this: Template, ...given): void {
  const [done] = given;
  if (typeof done !== 'function') getExported.apply(this, given);
  else if (this.exported) done(null, this.exported);
  else {
    getExported.call(this, (error: Error | null, exported: Exported | null) => {
      if (exported) this.exported = exported;
      done(error, exported);
    });
  }
};

/** Most names have no dot, and are not taken apart to find that out. */
runtime.Frame.prototype.set = function (this: Frame, name, value, resolveUp = false): void {
  if (name.includes('.')) set.call(this, name, value, resolveUp);
  else (resolveUp ? (this.resolve(name, true) ?? this) : this).variables[name] = value;
};

/** `loop` is made in one piece at each turn, not by seven names with a dot. */
compiler.Compiler.prototype._emitLoopBindings = function (this: Compiler, _node, _list, i, length): void {
  const parts = {
    index: `${i} + 1`,
    index0: i,
    revindex: `${length} - ${i}`,
    revindex0: `${length} - ${i} - 1`,
    first: `${i} === 0`,
    last: `${i} === ${length} - 1`,
    length,
  };
  const code = Object.entries(parts).map(([name, value]) => `${name}: ${value}`);
  this._emitLine(`frame.set("loop", { ${code.join(', ')} });`);
};
