import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { Translator } from '../i18n/i18n.ts';
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
export const appealPanel = letter({ ...toStaff, on: ['appeal.panelFormed'], to: onPanel });

async function onPanel(
  { appeal, organisation }: Awaited<ReturnType<typeof theAppeal>>,
  deps: Deps,
): Promise<readonly Person[]> {
  const panel = await Promise.all(appeal.context.panel.map((id) => deps.store.person(id)));
  return withoutConflict(organisation, deps, panel.map(requireVisible));
}

/** What a member of the committee asks for that others have to answer. */
const requests = ['inadmissibilityProposed', 'stayAsked', 'stayLiftAsked', 'urgentStayGranted'] as const;

/** Tells the others of the panel, or of those who may admit an appeal, what one of them asks for and what takes their word. */
export const appealAsked = letter({
  ...toStaff,
  on: requests.map((step) => `appeal.${step}` as const),
  to: async (file, deps) => {
    const isOnPanel = file.appeal.context.panel.length > 0;
    const asked = isOnPanel
      ? await onPanel(file, deps)
      : await servingOn(file, deps, await deps.store.peopleWith('chair'));
    return asked.filter(({ id }) => id !== file.record.actor.id);
  },
  tells: (about) => ({
    ...nameAndNumber(about),
    step: requireVisible(requests.find((step) => about.fact === `appeal.${step}`)),
    due: about.appeal.context.dueAt ?? '',
  }),
  says: ({ step, due, ...file }, words) => ({
    ...fileRows(file, words),
    words: `appealAsked.${step}`,
    values: { organisation: file.organisation, due: dayIn(words, due) },
  }),
});

const steps = [
  'admitted',
  'inadmissible',
  'panelFormed',
  'panelDissolved',
  'stayGranted',
  'urgentStayGranted',
  'stayConfirmed',
  'stayExpired',
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
    due: about.appeal.context.dueAt ?? '',
  }),
  says: ({ step, against, due, ...file }, words) => ({
    ...fileRows(file, words),
    words: `appealProgress.${step}`,
    values: { against, due: dayIn(words, due) },
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
    due: about.appeal.context.dueAt ?? '',
  }),
  says: ({ step, organisation, number, due }, words) => ({
    rows: { organisation, label: number },
    words: `labelAppealProgress.${step}`,
    values: { organisation, number, due: dayIn(words, due) },
  }),
});

/** Empty of letters that name no day. */
function dayIn({ date }: Translator, due = ''): string {
  return due === '' ? '' : date(due);
}
