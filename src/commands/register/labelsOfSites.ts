import { filterTerm, unitTerm } from '../../register/searchRow.ts';
import type { Deps } from '../ports/ports.ts';
import type { KnownTerm } from '../ports/registerPorts.ts';

/** Labels of one site that are named: an organisation has several in turn. */
const maxLabels = 20;

/** A site that labels name: its host without `www.`, and its term. */
interface NamedSite {
  readonly host: string;
  readonly term: KnownTerm;
}

/** By each host, the nearest site that labels name: the host itself, or one that it is a part of; without such a site it is left out. */
export async function namedSites(
  { store }: Pick<Deps, 'store'>,
  hosts: readonly string[],
): Promise<ReadonlyMap<string, NamedSite>> {
  if (hosts.length === 0) return new Map();
  // It knows the names of all registries, which is much to load for what few ask.
  const { hostsAbove } = await import('../../register/website.ts');
  const asked = hosts.map((host) => [host, hostsAbove(host)] as const);
  const wanted = new Set(asked.flatMap(([, sites]) => sites));
  const found = await store.knownTerms([...wanted].map((site) => filterTerm('site', site)));
  const known = new Map(found.map((term) => [term.term, term]));
  const named = (host: string): NamedSite | [] => {
    const term = known.get(filterTerm('site', host));
    return term ? { host, term } : [];
  };
  return new Map(
    asked.flatMap(([host, sites]) => {
      const [nearest] = sites.flatMap(named);
      return nearest ? [[host, nearest] as const] : [];
    }),
  );
}

/** The labels of each host that labels name: those that hold first, then the newest, twenty at most. */
export async function labelsOfSites(deps: Pick<Deps, 'store'>, hosts: readonly string[]) {
  const named = await namedSites(deps, hosts);
  const entriesOf = await entriesOfTerms(
    deps,
    [...named.values()].map(({ term }) => term),
  );
  return new Map([...named].map(([host, { term }]) => [host, entriesOf(term.term)]));
}

/** The labels of each UID or SIREN that labels name, in the same way. */
export async function labelsOfUnits(deps: Pick<Deps, 'store'>, units: readonly string[]) {
  const entriesOf = await entriesOfTerms(deps, await deps.store.knownTerms(units.map(unitTerm)));
  return new Map(units.map((unit) => [unit, entriesOf(unitTerm(unit))]));
}

async function entriesOfTerms({ store }: Pick<Deps, 'store'>, terms: readonly KnownTerm[]) {
  const numbers = new Map(
    await Promise.all(
      terms.map(async (term) => {
        const question = { words: [], filters: [[term]], validOn: null };
        const found = await store.searchPage(question, { from: null, back: false, limit: maxLabels });
        return [term.term, found.map(({ number }) => number)] as const;
      }),
    ),
  );
  const entries = await store.entriesWith([...new Set([...numbers.values()].flat())]);
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  return (term: string) => (numbers.get(term) ?? []).flatMap((number) => byNumber.get(number) ?? []);
}
