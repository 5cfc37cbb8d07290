import { fault, LabelError } from '../../../errors.ts';
import { roleIn } from '../../../policies/organisation.ts';
import type { AppealContext, StoredAppeal } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import { documentsOf, offeredAmong, oldestCounting } from '../../file/documentsOf.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Fewest characters of the grounds: who judges can look only at what is written out. */
export const shortestGrounds = 40;

/**
 * An owner appeals against a refusal, conditions or a declaration of ineligibility, once for each decision and within its time
 * (ISO/IEC 17065, 7.13). `documents` are documents of the file's library. Gives the appeal's id.
 */
export async function lodgeAppeal(
  deps: Deps,
  asker: Asker,
  input: {
    readonly applicationId: string;
    readonly revision: number;
    readonly ground: Appeal['ground'];
    readonly grounds: string;
    readonly documents: readonly string[];
  },
): Promise<string> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const { organisationId } = application.context;
  requireVisible(roleIn(asker, organisationId));
  unchanged(application, input.revision);
  const grounds = input.grounds.trim();
  if (grounds.length < shortestGrounds) {
    throw new LabelError('invalid', { faults: [fault('grounds', 'tooShort', { min: shortestGrounds })] });
  }
  const at = deps.clock.now().toISOString();
  const actor = await actorOn(deps, asker, application);
  const taken = applyToApplication(
    application,
    { type: 'lodgeAppeal', at, actor, grounds },
    { id: deps.ids.next() },
  );
  if (isAppealedBefore(await deps.store.appealsOf(application.id))) {
    throw new LabelError('refused', { reasons: ['appealedOnce'] });
  }
  const id = deps.ids.next();
  const stored: StoredAppeal = {
    machineVersion: currentVersion.appeal,
    state: 'lodged',
    context: {
      appealId: id,
      applicationId: application.id,
      organisationId,
      against: requireVisible(appealSubject(application)),
      panelSize: deps.procedure.appeal.panel,
      panel: [],
      votes: [],
      stayed: false,
    },
  };
  const documents = await namedFiles(deps, application.id, input.documents);
  await deps.store.commit({
    changes: [
      {
        kind: 'appeals',
        before: null,
        after: { id, ...stored, lodgedAt: at, ground: input.ground, grounds, documents, words: [] },
        record: { id: deps.ids.next(), at, actor, event: null, facts: ['appeal.lodged'], data: { stored } },
      },
      taken,
    ],
  });
  return id;
}

/** The newest files of some documents, as they are now; a document that the library does not offer is not found. */
async function namedFiles(
  deps: Deps,
  applicationId: string,
  documents: readonly string[],
): Promise<string[]> {
  const evidence = await deps.store.evidenceOf(applicationId);
  const offered = offeredAmong(documentsOf(evidence, oldestCounting(deps)));
  return [...new Set(documents)].map((one) => requireVisible(offered.find(({ id }) => id === one)).latest.id);
}

type AppealSubject = AppealContext['against'];

/** What an appeal against a file's decision is against now; null where there is no decision to appeal against. */
function appealSubject({ state, context }: Pick<Application, 'state' | 'context'>): AppealSubject | null {
  if (state === 'agreement') return context.outcome === 'grantedWithConditions' ? 'conditions' : null;
  if (state !== 'refused') return null;
  // Turned away at its screening: no committee decided anything.
  return context.deciders.length === 0 ? 'ineligibility' : 'refusal';
}

/**
 * Whether the decision of now was appealed against already, given the file's appeals, the newest first: after one that was upheld
 * there is a new decision, after any other the same one stands.
 */
export function isAppealedBefore([newest]: readonly Pick<Appeal, 'state'>[]): boolean {
  return newest !== undefined && newest.state !== 'upheld' && newest.state !== 'partlyUpheld';
}
