import type { Facts } from '../../criteria/assessment.ts';
import { faultsOfNew } from '../../criteria/figures.ts';
import { type Before, type ImplausibleFigure, implausibleFigures } from '../../criteria/implausibleFigure.ts';
import type { Scheme, Scope } from '../../criteria/scheme.ts';
import type { Fault } from '../../errors.ts';

/** New figures, those that are cleared, and of what looks like a slip the value that a person confirmed, null for an empty one. */
interface Given {
  readonly facts: Facts;
  readonly removed?: readonly string[];
  readonly sure?: Readonly<Record<string, number | null>> | undefined;
}

/**
 * The faults of new figures in the order of the scheme: of each that cannot be true, and of each that is far from the one before,
 * or emptied, until a person confirms it; and which of them are far.
 */
export function figureFaults(
  scheme: Scheme,
  scope: Scope,
  { facts, removed = [], sure = {} }: Given,
  before: Before,
): { readonly faults: readonly Fault[]; readonly jumps: readonly ImplausibleFigure[] } {
  const { kept } = before;
  const staying = Object.fromEntries(Object.entries(kept).filter(([fact]) => !removed.includes(fact)));
  const jumps = implausibleFigures(scheme, facts, before);
  const impossible = faultsOfNew(scheme, scope, facts, staying).map(
    ({ fact, code, params }): Fault => ({ field: fact, code, params }),
  );
  const unsure = [
    ...jumps.filter(({ fact, value }) => sure[fact] !== value).map(jumpFault),
    ...removed.filter((fact) => sure[fact] !== null).map((fact) => emptyFault(fact, kept)),
  ].filter(({ field }) => !impossible.some((fault) => fault.field === field));
  const order = scheme.facts.map(({ id }) => id);
  const faults = [...impossible, ...unsure].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return { faults, jumps };
}

/** `sure` in the parameters is the value of the checkbox: a figure corrected meanwhile has to be confirmed again. */
function jumpFault({ fact, before, value }: ImplausibleFigure): Fault {
  return { field: fact, code: 'sure', params: { before, value, sure: String(value) } };
}

function emptyFault(fact: string, kept: Facts): Fault {
  return { field: fact, code: 'sureEmpty', params: { before: kept[fact] ?? '', sure: 'empty' } };
}
