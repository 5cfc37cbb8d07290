import { renewalOpens } from '../../../policies/renewalWindow.ts';
import { dayOf } from '../../../register/day.ts';
import { listMine, type MyOrganisation } from '../../people/views/listMine.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { DigestLine } from '../digest/digestLine.ts';

/** What the people of a file have to do by its day, by its state. */
const ofFile = {
  informationRequested: 'calendarFeed.until.informationRequested',
  correction: 'calendarFeed.until.correction',
  agreement: 'calendarFeed.until.agreement',
  refused: 'calendarFeed.until.appeal',
} as const;

/** Every day that stands for the organisations of a person: of their files, and of their labels. */
export async function ownDates(
  deps: Pick<Deps, 'store' | 'clock' | 'procedure' | 'schemes'>,
  asker: Asker,
): Promise<DigestLine[]> {
  const mine = await listMine(deps, asker);
  return mine.flatMap((one) => [...fileDates(one), ...windowDates(one), ...taskDates(one)]);
}

function fileDates({ organisation, applications }: MyOrganisation): DigestLine[] {
  return applications.flatMap(({ application: { id, state, dueAt }, history }) => {
    if (!(state in ofFile) || dueAt === null) return [];
    const what = ofFile[state as keyof typeof ofFile];
    // As often as something became true that its applicant knows of: the chain itself counts what is not told.
    const about = { organisation: organisation.name, about: id };
    return [{ what, ...about, dueOn: dayOf(dueAt), sequence: history.length, path: `applications/${id}` }];
  });
}

/** From when on a label can be renewed. */
function windowDates({ organisation, applications, labels }: MyOrganisation): DigestLine[] {
  return labels.flatMap(({ id, state, head, context }) => {
    const file = applications.find(({ application }) => application.id === context.applicationId);
    if (state !== 'active' || context.endsOn !== null || !file) return [];
    const dueOn = renewalOpens(context, file.published.scheme.validity.renewalWindowDays);
    return [
      {
        what: 'calendarFeed.renewalOpens',
        organisation: organisation.name,
        about: id,
        dueOn,
        sequence: head.seq,
        path: `organisations/${organisation.id}/labels/${id}/renewal`,
      },
    ];
  });
}

function taskDates({ organisation, labels }: MyOrganisation): DigestLine[] {
  return labels.flatMap(({ id, tasks }) =>
    tasks.map(({ what, dueAt, path, file, sequence = 0 }) => ({
      what: `labelTasks.what.${what}` as const,
      organisation: organisation.name,
      about: id,
      dueOn: dueAt && dayOf(dueAt),
      sequence,
      path: [file ? `applications/${file}` : `organisations/${organisation.id}/labels/${id}`, path]
        .filter(Boolean)
        .join('/'),
    })),
  );
}
