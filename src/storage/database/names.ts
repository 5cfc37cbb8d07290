import { bindingLanguage } from '../../profile/profile.ts';

/** In the order of names, without capitals and accents, as their indexes are kept. */
export const byName = {
  collation: { locale: bindingLanguage, strength: 1 },
  sort: { name: 1, _id: 1 },
} as const;

/** What begins with a text: the last character comes after every letter in that order (Unicode technical standard 35, part 5). */
export function beginsWith(beginning: string) {
  return { $gte: beginning, $lt: `${beginning}\uffff` };
}
