import { readYaml } from '../parseYaml.ts';
import { type DataMap, dataMapShape, timedRules } from '../policies/dataMap.ts';

/** Reads the map of stored data and checks it: a program that does not know how long to keep something does not start. */
export function loadDataMap(file: string): DataMap {
  const uses = readYaml(file, dataMapShape);
  const keeps = Object.values(uses).flatMap((use) => use.keeps);
  const periods = Object.fromEntries(keeps.flatMap((one) => ('for' in one ? [[one.rule, one.for]] : [])));
  const missing = timedRules.filter((rule) => !(rule in periods));
  if (missing.length > 0) throw new Error(`${file}: no period for ${missing.join(', ')}`);
  return { uses, periods: periods as DataMap['periods'] };
}
