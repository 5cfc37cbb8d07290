import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { isOfficer } from '../../../policies/who.ts';
import { addDays, dayOf } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { tryActs } from '../../common/tryActs.ts';
import { labelFiles } from '../../file/labelFiles.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isOpen } from '../conditions/newCondition.ts';
import { askedOf, figuresBefore } from '../surveillance/askedOf.ts';
import { declaredLevels, figureMoves } from '../surveillance/declaredLevels.ts';
import {
  confirmSurveillance,
  raiseSurveillanceFindings,
  recordSiteCheck,
} from '../surveillance/judgeSurveillance.ts';
import { midtermQuestions } from '../surveillance/midtermQuestions.ts';
import { labelOf, waitsForHolder } from '../surveillance/newSurveillance.ts';

/** Where a task of a label is read: by its holder on the label's page, by officers on its file. */
interface Place {
  readonly surveillanceId: string;
}

export type OwnSurveillance = Awaited<ReturnType<typeof viewOwnSurveillance>>;

/** A task as the people of the holder read and answer it; to anyone else, and below another label, there is none. */
export async function viewOwnSurveillance(
  deps: Deps,
  asker: Asker,
  { surveillanceId, organisationId, number }: Place & { organisationId: string; number: string },
) {
  const surveillance = requireVisible(await deps.store.surveillance(surveillanceId));
  const { context } = surveillance;
  requireVisible(
    context.organisationId === organisationId &&
      context.labelNumber === number &&
      belongsTo(asker, organisationId),
  );
  const files = await labelFiles(deps, labelOf(surveillance));
  const [{ published }] = files;
  const others = await deps.store.surveillancesOf([number]);
  const asked = askedOf(surveillance, published.scheme);
  const { offers } = requireVisible(await deps.store.label(number));
  return {
    surveillance,
    published,
    organisation: requireVisible(await deps.store.organisation(organisationId)),
    asked,
    questions: midtermQuestions(files, offers, asked),
    /** Last year's figures. */
    before: figuresBefore(files, others, surveillance),
    conditions: await conditionsDue(deps, number),
    waits: waitsForHolder(surveillance),
    /** Whether the asker declares in the name of the organisation. */
    acts: mayEdit(asker, organisationId),
    signs: asker.name,
  };
}

export type OfficeSurveillance = Awaited<ReturnType<typeof viewOfficeSurveillance>>;

/** A task as an officer judges it: what was declared beside what was there before, and what it means for the label. */
export async function viewOfficeSurveillance(
  deps: Deps,
  asker: Asker,
  { surveillanceId, applicationId }: Place & { readonly applicationId: string },
) {
  const surveillance = requireVisible(await deps.store.surveillance(surveillanceId));
  requireVisible(surveillance.context.applicationId === applicationId);
  const files = await labelFiles(deps, labelOf(surveillance));
  const [file] = files;
  requireVisible(isOfficer(asker) && mayReadFile(asker, file));
  const { labelNumber, organisationId } = surveillance.context;
  const before = figuresBefore(files, await deps.store.surveillancesOf([labelNumber]), surveillance);
  const { facts = {} } = surveillance.declarations.at(-1) ?? {};
  const { visit } = surveillance;
  const asked = askedOf(surveillance, file.published.scheme);
  const { offers } = requireVisible(await deps.store.label(labelNumber));
  return {
    surveillance,
    published: file.published,
    organisation: requireVisible(await deps.store.organisation(organisationId)),
    offers: file.snapshot.content.offers,
    questions: midtermQuestions(files, offers, asked),
    conditions: await conditionsDue(deps, labelNumber),
    moves: figureMoves(file, before, facts),
    levels: declaredLevels(files, before, facts),
    recordedBy: visit ? requireVisible(await deps.store.person(visit.by)) : null,
    ...(await officeActions(deps, asker, surveillance)),
    today: dayOf(deps.clock.now().toISOString()),
  };
}

/** What its label still depends on, what is due first first. */
async function conditionsDue({ store }: Deps, number: string) {
  const open = (await store.conditionsOf(number)).filter(isOpen);
  return open.toSorted((a, b) => (a.context.dueAt < b.context.dueAt ? -1 : 1));
}

async function officeActions(deps: Deps, asker: Asker, { id: surveillanceId, revision }: Surveillance) {
  const today = dayOf(deps.clock.now().toISOString());
  const at = { surveillanceId, revision, reason: '.' };
  const { may, barred } = tryActs(deps, asker);
  const each = {
    confirm: await may((dry, by) => confirmSurveillance(dry, by, at)),
    raiseFindings: await may((dry, by) =>
      raiseSurveillanceFindings(dry, by, { ...at, until: addDays(today, 1) }),
    ),
    recordCheck: await may((dry, by) =>
      recordSiteCheck(dry, by, { ...at, kind: 'visit', on: today, people: '.', notes: '.' }),
    ),
  };
  return { may: each, barred };
}
