import { appealDay } from '../commands/common/appealDay.ts';
import { requireVisible } from '../commands/common/requireVisible.ts';
import { rulesOf } from '../commands/common/schemeOf.ts';
import { announcedDecisions } from '../commands/file/announcedDecisions.ts';
import { dataOf, takenData } from '../commands/items/eventData.ts';
import { offersAsked } from '../commands/label/extendLabel.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { isExtendable } from '../policies/labelScope.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, letter } from './letter.ts';
import { editors, toOwners, toWriters } from './recipients.ts';
import { fileOf, nameAndNumber, theFile } from './subjects.ts';

/** A file on a label that is there, with the number of that label. */
async function theLabelFile(deps: Deps, cause: Cause) {
  const file = await theFile(deps, cause);
  return { ...file, label: requireVisible(file.application.context.scope).label };
}

type LabelFile = Awaited<ReturnType<typeof theLabelFile>>;

const told = ({ label, ...file }: LabelFile) => ({ ...nameAndNumber(file), label });
const aboutFile = { about: theLabelFile, path: ({ number }: LabelFile) => `applications/${number}` };

/** Tells those who write in it which criteria of their label are looked at anew, why, and until when they can answer. */
export const reconsiderationOpened = letter({
  ...toWriters,
  ...aboutFile,
  on: ['application.reconsiderationOpened'],
  about: async (deps: Deps, cause: Cause) => {
    const file = await theLabelFile(deps, cause);
    return { ...file, published: rulesOf(deps, file.application.context) };
  },
  tells: ({ published, application, ...file }, { language }) => ({
    ...told({ application, ...file }),
    criteria: published.scheme.criteria.map(
      ({ id }) => `${id} · ${published.texts[language].criteria[id]?.title ?? ''}`,
    ),
    reason: application.reconsideration?.reason ?? '',
    dueAt: dayOf(application.context.dueAt ?? application.startedAt),
  }),
  says: ({ organisation, number, label, criteria, reason, dueAt }, { date }) => ({
    rows: { organisation, number, dueAt: date(dueAt) },
    values: { label, reason },
    list: criteria,
  }),
});

/** Tells the owners which offers come to their label, at once or when it holds again. */
export const extensionGranted = letter({
  ...toOwners,
  ...aboutFile,
  on: ['application.extensionGranted'],
  about: async (deps: Deps, cause: Cause) => {
    const file = await theLabelFile(deps, cause);
    const holds = isExtendable(requireVisible(await deps.store.label(file.label)));
    return { ...file, added: holds ? ('now' as const) : ('waits' as const) };
  },
  tells: ({ earlier, record, added, ...file }) => {
    const { letter: data } = requireVisible(announcedDecisions([...earlier, record]).at(-1));
    return { ...told(file), added, offers: data.offers };
  },
  says: ({ organisation, number, label, added, offers }) => ({
    words: `extensionGranted.${added}`,
    rows: { organisation, number },
    values: { label },
    list: offers,
  }),
});

/** Tells the owners that their label stays as it was, under conditions or for fewer offers, after criteria of it were looked at anew. */
export const labelConfirmed = letter({
  ...toOwners,
  ...aboutFile,
  on: ['application.labelConfirmed'],
  about: async (deps: Deps, cause: Cause) => {
    const file = await theLabelFile(deps, cause);
    return { ...file, appealBy: appealDay(deps, file.application, dayOf(cause.record.at)) };
  },
  tells: ({ earlier, record, appealBy, ...file }) => {
    const { conditions, letter } = requireVisible(announcedDecisions([...earlier, record]).at(-1));
    const { lost = [] } = letter;
    const outcome = caseOf(conditions.length > 0, lost.length > 0);
    return { ...told(file), outcome, conditions, lost, appealBy };
  },
  says: ({ organisation, number, label, outcome, conditions, lost, appealBy }, { date }) => ({
    words: `labelConfirmed.${outcome}`,
    rows: { organisation, number, appealBy: conditions.length > 0 ? date(appealBy) : '' },
    values: { label, offers: lost.join(', '), until: date(appealBy) },
    list: conditions.map(({ text, due }) => `${text} (${date(due)})`),
  }),
});

function caseOf(conditional: boolean, reduced: boolean) {
  if (reduced) return conditional ? ('reducedWithConditions' as const) : ('reduced' as const);
  return conditional ? ('grantedWithConditions' as const) : ('granted' as const);
}

/** Tells those who write in it that what they had asked for on a label ends with it. */
export const fileEndedWithLabel = letter({
  ...toWriters,
  ...aboutFile,
  on: ['application.labelEnded'],
  tells: told,
  says: ({ organisation, number, label }) => ({ rows: { organisation, number }, values: { label } }),
});

/** Of a line that carries out, or drops, the revision that an extension asked for: the label and the offers; null of any other. */
async function theExtension(
  deps: Deps,
  { id, record, earlier }: Cause<'label.scopeExtended' | 'label.revisionDropped'>,
) {
  const asked = takenData('label', record).asked ?? dataOf(record, 'label.revisionDropped')?.asked;
  const ask = dataOf(
    earlier.find((line) => line.id === asked),
    'label.revisionAsked',
  )?.ask;
  if (ask?.cause !== 'extension') return null;
  const offers = await offersAsked(deps, ask);
  return { ...(await fileOf(deps, ask.applicationId)), label: id, offers: offers.map(({ name }) => name) };
}

type Extension = NonNullable<Awaited<ReturnType<typeof theExtension>>>;

const ofExtension = {
  topic: null,
  about: theExtension,
  to: editors,
  path: ({ organisation, label }: Extension) => `organisations/${organisation.id}/labels/${label}`,
  tells: ({ offers, ...file }: Extension) => ({ ...told(file), offers }),
};

/** Tells owners and editors that the new certificate with the offers of their extension is there. */
export const offersAdded = letter({
  ...ofExtension,
  on: ['label.scopeExtended'],
  says: ({ organisation, label, offers }) => ({ rows: { organisation }, values: { label }, list: offers }),
});

/** Tells owners and editors that the certificate could not be made with the offers of their extension. */
export const extensionDropped = letter({
  ...ofExtension,
  on: ['label.revisionDropped'],
  says: ({ organisation, label, offers }) => ({ rows: { organisation }, values: { label }, list: offers }),
});
