import { everything } from '../../../policies/view.ts';
import { rulesOf } from '../../common/schemeOf.ts';
import { announced, toldFacts } from '../../file/announced.ts';
import type { Application } from '../../items/items.ts';
import type { NoticeOfChange } from '../../items/noticeOfChange.ts';
import { labelTasks } from '../../label/views/labelTasks.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Most messages without an answer that are shown. */
const maxUnanswered = 20;

export type MyOrganisation = Awaited<ReturnType<typeof listMine>>[number];

/** The organisations of a person, in the order they joined them, with what is to do on each of their labels. */
export async function listMine(deps: Pick<Deps, 'store' | 'clock' | 'procedure' | 'schemes'>, asker: Asker) {
  const mine = await Promise.all(
    asker.memberships.map(async ({ organisationId, role, adviser }) => {
      const [organisation, applications, labels, asked, unanswered] = await Promise.all([
        deps.store.organisation(organisationId),
        deps.store.applicationsOf([organisationId]),
        deps.store.labelsOf(organisationId),
        // They are the holders'.
        deps.store.seenBy(everything).changesAsking(organisationId),
        deps.store.correspondenceAwaiting('applicant', maxUnanswered, [organisationId]),
      ]);
      if (!organisation) return [];
      return [
        {
          organisation,
          role,
          /** The asker helps it and belongs elsewhere. */
          advises: adviser === true,
          applications: await Promise.all(
            applications.map(async (one) => ({
              ...(await stepsOf(deps, one)),
              organisation,
              label: labels.find(({ id }) => id === one.context.labelNumber) ?? null,
            })),
          ),
          labels: await Promise.all(
            labels.map(async (label) => ({
              ...label,
              tasks: await labelTasks(deps, asker, { organisationId, number: label.id }),
            })),
          ),
          /** Labels that it was asked to take over, until it begins. */
          asked: asked.filter(isAsked),
          /** What the office wrote and nobody answered, since longest first. */
          unanswered: unanswered.map(({ id, applicationId, subject, awaitsSince }) => ({
            ...{ id, applicationId, subject },
            since: awaitsSince ?? '',
          })),
        },
      ];
    }),
  );
  return mine.flat();
}

/** What is known of where an application stands; nothing happened yet to a draft. */
async function stepsOf(deps: Pick<Deps, 'store' | 'schemes'>, one: Application) {
  const records = one.submittedAt === null ? [] : await deps.store.records(`applications/${one.id}`);
  return {
    application: announced(one, records),
    history: toldFacts(records),
    information: one.information ?? [],
    published: rulesOf(deps, one.context),
  };
}

function isAsked({ state, followedBy }: NoticeOfChange): boolean {
  return (state === 'followUp' || state === 'overdue') && followedBy === null;
}
