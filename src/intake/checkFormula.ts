import { refuse } from './refuse.ts';

/** Functions of a sheet that ask another program, or an address, for their value as soon as it is worked out. */
const asking = /(^|[^\p{L}\d])(DDE|WEBSERVICE)\s*\(/iu;
/** The same without a function: program, bar, topic, mark of exclamation. */
const dde = /[\p{L}\d'"]\|\s*['"\p{L}\d][^!]*!/u;

/** Refuses a formula of a sheet that fetches something from elsewhere. */
export function checkFormula(formula: string): void {
  if (asking.test(formula) || dde.test(formula)) refuse('officeRemote');
}
