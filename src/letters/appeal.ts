import { requireVisible } from '../commands/common/requireVisible.ts';
import { type Cause, letter } from './letter.ts';
import { owners, servingOn, withoutConflict } from './recipients.ts';
import { fileRows, nameAndNumber, theAppeal } from './subjects.ts';

/** What letters to those who deal with an appeal have in common. */
const toStaff = {
  topic: null,
  about: theAppeal,
  path: ({ id }: Cause) => `appeals/${id}`,
  tells: nameAndNumber,
  says: fileRows,
};

/** Tells officers and chairs that an appeal was lodged. */
export const appealLodged = letter({
  ...toStaff,
  on: ['appeal.lodged'],
  to: async (file, deps) => {
    const all = [...(await deps.store.peopleWith('officer')), ...(await deps.store.peopleWith('chair'))];
    const each = new Map(all.map((person) => [person.id, person]));
    return servingOn(file, deps, [...each.values()]);
  },
});

/** Tells those who judge an appeal that they do, so that they can say at once that they have a tie. */
export const appealPanel = letter({
  ...toStaff,
  on: ['appeal.panelFormed'],
  to: async ({ appeal, organisation }, deps) => {
    const panel = await Promise.all(appeal.context.panel.map((id) => deps.store.person(id)));
    return withoutConflict(organisation, deps, panel.map(requireVisible));
  },
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
  holds: ({ appeal }) => appeal.context.labelNumber === null,
  to: owners,
  path: ({ number }) => `applications/${number}/appeal`,
  tells: (about) => ({
    ...nameAndNumber(about),
    step: requireVisible(steps.find((step) => about.fact === `appeal.${step}`)),
    against: about.appeal.context.against,
  }),
  says: ({ step, against, ...file }, words) => ({
    ...fileRows(file, words),
    words: `appealProgress.${step}`,
    values: { against },
  }),
});

const labelSteps = steps.filter((step) => step !== 'partlyUpheld');

/** The same of an appeal against a decision on their label. */
export const labelAppealProgress = letter({
  on: labelSteps.map((step) => `appeal.${step}` as const),
  topic: null,
  about: theAppeal,
  holds: ({ appeal }) => appeal.context.labelNumber !== null,
  to: owners,
  path: ({ appeal, organisation }) =>
    `organisations/${organisation.id}/labels/${appeal.context.labelNumber}/appeal`,
  tells: (about) => ({
    organisation: about.organisation.name,
    number: about.appeal.context.labelNumber ?? '',
    step: requireVisible(labelSteps.find((step) => about.fact === `appeal.${step}`)),
  }),
  says: ({ step, organisation, number }) => ({
    rows: { organisation, label: number },
    words: `labelAppealProgress.${step}`,
    values: { organisation, number },
  }),
});
