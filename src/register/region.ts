/** Where an organisation works from, by the scheme's definition of the region (docs/design/criteria.md#region). */
export const regions = ['geneva', 'nyon', 'genevois', 'elsewhere'] as const;
export type Region = (typeof regions)[number];

/** Postcodes from the first to the last; those of a place that lies in two regions name the one with most of its people. */
const ranges: readonly (readonly [number, number, Region])[] = [
  [1166, 1166, 'nyon'],
  [1180, 1180, 'nyon'],
  [1182, 1187, 'nyon'],
  [1195, 1197, 'nyon'],
  [1200, 1258, 'geneva'],
  [1260, 1279, 'nyon'],
  [1281, 1290, 'geneva'],
  [1291, 1291, 'nyon'],
  [1292, 1294, 'geneva'],
  [1295, 1297, 'nyon'],
  [1298, 1298, 'geneva'],
  [1299, 1299, 'nyon'],
];
/** Saint-George lies in the district of Nyon, Gimel does not: the postcode of both does not tell. */
const unsure = 1188;

/**
 * The region that a postcode suggests: four digits are Swiss, five are French. Null for what is no postcode, or one that does
 * not tell. It is a suggestion: who registers knows better.
 */
export function regionOf(postcode: string): Region | null {
  if (/^\d{5}$/.test(postcode)) return /^(01|74)/.test(postcode) ? 'genevois' : 'elsewhere';
  if (!/^\d{4}$/.test(postcode)) return null;
  const code = Number(postcode);
  if (code === unsure) return null;
  return ranges.find(([first, last]) => code >= first && code <= last)?.[2] ?? 'elsewhere';
}
