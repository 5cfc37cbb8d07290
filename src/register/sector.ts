/** The fields of work of the region's organisations; of an organisation, the one that its members would name first. */
export const sectors = [
  'agriculture',
  'food',
  'housing',
  'building',
  'trade',
  'mobility',
  'energy',
  'health',
  'social',
  'education',
  'culture',
  'leisure',
  'finance',
  'digital',
  'services',
] as const;
export type Sector = (typeof sectors)[number];
