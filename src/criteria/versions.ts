import type { PublishedScheme } from './scheme.ts';

type Schemes = ReadonlyMap<string, PublishedScheme>;

/** The version that new applications are made under on a day (YYYY-MM-DD): the newest published one that is open by then. */
export function openOn(schemes: Schemes, day: string): PublishedScheme {
  const open = [...schemes.values()].findLast(
    ({ scheme }) => scheme.status === 'published' && !opensAfter(scheme, day),
  );
  if (!open) throw new Error(`criteria/ holds no published version that is open on ${day}`);
  return open;
}

/** The version that takes its place on an announced day after this one; null while none is. */
export function comingAfter(schemes: Schemes, day: string) {
  const coming = [...schemes.values()].find(
    ({ scheme }) => scheme.status !== 'retired' && opensAfter(scheme, day),
  );
  return coming?.scheme.opensOn ? { ...coming, opensOn: coming.scheme.opensOn } : null;
}

function opensAfter({ opensOn }: PublishedScheme['scheme'], day: string): boolean {
  return opensOn !== undefined && opensOn > day;
}
