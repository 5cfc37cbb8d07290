import { requireVisible } from '../commands/common/requireVisible.ts';
import { letter } from './letter.ts';
import { officers, owners, servingOn, withoutConflict } from './recipients.ts';
import { fileRows, nameAndNumber, theAppeal } from './subjects.ts';

/** Tells officers and chairs that an appeal was lodged. */
export const appealLodged = letter({
  on: ['appeal.lodged'],
  topic: null,
  about: theAppeal,
  to: async (file, deps) => {
    const all = [...(await deps.store.peopleWith('officer')), ...(await deps.store.peopleWith('chair'))];
    const each = new Map(all.map((person) => [person.id, person]));
    return servingOn(file, deps, [...each.values()]);
  },
  path: ({ id }) => `appeals/${id}`,
  tells: nameAndNumber,
  says: fileRows,
});

/** Tells officers that an appeal needs its panel, unless it has one meanwhile. */
export const appealWaits = letter({
  on: ['appeal.admitted', 'appeal.panelDissolved'],
  topic: null,
  about: theAppeal,
  holds: ({ appeal }) => appeal.state === 'admitted',
  to: officers,
  path: ({ id }) => `appeals/${id}`,
  tells: nameAndNumber,
  says: fileRows,
});

/** Tells those who judge an appeal that they do, so that they can say at once that they have a tie. */
export const appealPanel = letter({
  on: ['appeal.panelFormed'],
  topic: null,
  about: theAppeal,
  to: async ({ appeal, organisation }, deps) => {
    const panel = await Promise.all(appeal.context.panel.map((id) => deps.store.person(id)));
    return withoutConflict(organisation, deps, panel.map(requireVisible));
  },
  path: ({ id }) => `appeals/${id}`,
  tells: nameAndNumber,
  says: fileRows,
});

const steps = [
  'admitted',
  'inadmissible',
  'panelFormed',
  'panelDissolved',
  'stayGranted',
  'stayLifted',
  'upheld',
  'partlyUpheld',
  'dismissed',
] as const;

/** Tells the owners where their appeal stands, and at its end what follows; the reasons stay behind the sign-in. */
export const appealProgress = letter({
  on: steps.map((step) => `appeal.${step}` as const),
  topic: null,
  about: theAppeal,
  to: owners,
  path: ({ number }) => `applications/${number}/appeal`,
  tells: (about) => ({
    ...nameAndNumber(about),
    step: requireVisible(steps.find((step) => about.fact === `appeal.${step}`)),
    against: about.appeal.context.against,
  }),
  says: ({ step, against, ...file }) => ({
    ...fileRows(file),
    words: `appealProgress.${step}`,
    values: { against },
  }),
});
