import type { Connection, PipelineStage } from 'mongoose';
import { bindingLanguage } from '../../profile/profile.ts';
import type { Visible } from '../database/visible.ts';

/** Registrations that look like one organisation, in groups of two or more; at most `limit` groups. */
export type Duplicates = (limit: number) => Promise<Group[]>;

/** The ids of the first ones of a group, and how many there are of them all. */
interface Group {
  readonly ids: readonly string[];
  readonly count: number;
}

/** Anyone can register the same again and again: a group is shown in part, and the next ones come up as these are joined. */
const maxOfGroup = 10;

/** As the index compares names: letters alone decide (register/sameOrganisation.ts says the same of two). */
const letters = { locale: bindingLanguage, strength: 1, alternate: 'shifted' } as const;
/** The legal unit of a kept identifier: of a SIRET, its SIREN. */
const legalUnit = {
  $cond: [
    { $eq: [{ $substrBytes: ['$identifier', 0, 3] }, 'CHE'] },
    '$identifier',
    { $substrBytes: ['$identifier', 0, '732 829 320'.length] },
  ],
};

/** Finds them along two indexes, by identifier and by name and postcode, among what the view shows and was not merged yet. */
export function duplicates(connection: Connection, visible: Visible): Duplicates {
  const organisations = connection.model('organisations');
  return async (limit) => {
    const found = [byIdentifier, byName].map((similarity) =>
      organisations.aggregate<Group>(stages(limit, similarity, visible), similarity.options),
    );
    const all = (await Promise.all(found)).flat();
    const isPart = ({ ids, count }: Group, i: number) =>
      all.some((other, j) => j < i && count <= other.count && ids.every((id) => other.ids.includes(id)));
    return all.filter((group, i) => !isPart(group, i)).slice(0, limit);
  };
}

/** One kind of similarity of registrations, and its index. */
interface Similarity {
  readonly has: object;
  readonly sort: Record<string, 1>;
  readonly key: unknown;
  readonly options: { readonly hint: Record<string, 1>; readonly collation?: typeof letters };
}

const byIdentifier: Similarity = {
  has: { identifier: { $gt: '' } },
  sort: { identifier: 1 },
  key: legalUnit,
  options: { hint: { identifier: 1 } },
};
const byName: Similarity = {
  has: { postcode: { $gt: '' } },
  sort: { postcode: 1, name: 1 },
  key: { postcode: '$postcode', name: '$name' },
  options: { hint: { postcode: 1, name: 1 }, collation: letters },
};

function stages(limit: number, { has, sort, key }: Similarity, visible: Visible): PipelineStage[] {
  return [
    { $match: { $and: [has, { mergedInto: null }, ...visible('organisations')] } },
    { $sort: sort },
    { $group: { _id: key, ids: { $firstN: { input: '$_id', n: maxOfGroup } }, count: { $sum: 1 } } },
    { $match: { count: { $gt: 1 } } },
    { $sort: { 'ids.0': 1 } },
    { $limit: limit },
    { $project: { _id: 0 } },
  ];
}
