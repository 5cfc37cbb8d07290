import { LabelError } from '../../../errors.ts';
import { isFreeToJudge, sightOfAppeal } from '../../../policies/appeal.ts';
import { isFreeFor, mayReadFile } from '../../../policies/file.ts';
import { isInCommittee, isOfficer } from '../../../policies/who.ts';
import { minReasonLength } from '../../common/requireReason.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { tryActs } from '../../common/tryActs.ts';
import { announcedDecisions } from '../../file/announcedDecisions.ts';
import { namedIn } from '../../file/namedFiles.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';
import { type AppealFile, appealFile } from '../appeal/appealFile.ts';
import { formPanel, listPanelists } from '../appeal/formPanel.ts';
import {
  admitAppeal,
  findInadmissible,
  outcomeOf,
  settleAppeal,
  voteOnAppeal,
} from '../appeal/judgeAppeal.ts';
import { askForStay, grantUrgentStay } from '../appeal/stay.ts';

export type AppealDesk = Awaited<ReturnType<typeof viewAppeal>>;

/** An appeal for officers and committee; of their own organisation there is none. */
export async function viewAppeal(deps: Deps, asker: Asker, appealId: string) {
  if (!isOfficer(asker) && !isInCommittee(asker)) throw new LabelError('forbidden');
  const file = await appealFile(deps, appealId);
  const { appeal, application } = file;
  const sight = requireVisible(sightOfAppeal(asker, file, appeal.state));
  const { id, revision, state, lodgedAt, context } = appeal;
  const names = await deps.store.frozenNames([application]);
  const { may, barred } = await actions(deps, asker, file);
  return {
    appeal: { id, revision, state, lodgedAt, context },
    organisation: requireVisible(names.get(application.id)).name,
    /** Null for whoever had a part in the file, until the appeal is settled. */
    whole: sight === 'whole' ? await wholeOf(deps, asker, file) : null,
    /** Everyone of the committee, for who may form the panel; empty otherwise. */
    panelists: may.formPanel ? await listPanelists(deps, file, asker) : [],
    may,
    /** Which parts of this person keep them from what others can do. */
    barred,
  };
}

async function wholeOf(deps: Pick<Deps, 'store'>, asker: Asker, file: AppealFile) {
  const { appeal, application } = file;
  const { ground, grounds, words, requests = [], lodgedAt, context } = appeal;
  const label = context.labelNumber === null ? null : await deps.store.label(context.labelNumber);
  const [evidence, records, panel] = await Promise.all([
    deps.store.evidenceOf(application.id),
    deps.store.records(`applications/${application.id}`),
    Promise.all(context.panel.map((id) => deps.store.person(id))),
  ]);
  const latest = announcedDecisions(records.filter(({ at }) => at < lodgedAt)).at(-1);
  return {
    ground,
    grounds,
    words,
    /** What single members ask for that others have not agreed to, for the committee alone. */
    requests: await Promise.all(
      (isInCommittee(asker) ? requests : []).map(async ({ personId, ...said }) => ({
        ...said,
        person: requireVisible(await deps.store.person(personId)),
      })),
    ),
    /** The files that it names. */
    documents: evidence.filter(({ id }) => appeal.documents.includes(id)),
    /** What it is against, as it was announced; null for a decision on a label. */
    decision: context.labelNumber === null && latest ? { ...latest, kind: application.context.kind } : null,
    /** Of a decision on a label, all that was said in the proceedings, with the files named there; null where it is another. */
    label: label && { words: label.words ?? [], files: namedIn(label, evidence) },
    ...visibleVotes(asker, context, panel.map(requireVisible)),
    /** Whether the file itself is theirs to read. */
    readsFile: mayReadFile(asker, file),
  };
}

/** Who judges it; votes are shown once all are in, and to each member their own. */
function visibleVotes({ id: own }: Asker, context: Appeal['context'], people: readonly Person[]) {
  const voteOf = (id: string) => context.votes.find(({ personId }) => personId === id)?.outcome ?? null;
  const all = people.length > 0 && people.every(({ id }) => voteOf(id) !== null);
  const max = outcomeOf(context);
  const agreed = context.votes.filter(({ outcome }) => outcome === max).length;
  return {
    panel: people.map((person, at) => ({
      person,
      chairs: at === 0,
      voted: voteOf(person.id) !== null,
      outcome: all || person.id === own ? voteOf(person.id) : null,
    })),
    /** What the majority is for; null until all voted, or where there is none. */
    majority: all && agreed * 2 > people.length ? max : null,
  };
}

/** What the commands would accept from this person now, so that a page offers nothing else. */
async function actions(deps: Deps, asker: Asker, file: AppealFile) {
  const { id: appealId, revision, context } = file.appeal;
  const at = { appealId, revision };
  const reasoned = { ...at, reason: '.'.repeat(minReasonLength) };
  const judges = isFreeToJudge(asker, file) && !(await hasConflict(deps, asker, context.organisationId));
  const { may, barred } = tryActs(deps, asker);
  const judge = async (act: Parameters<typeof may>[0]) => judges && may(act);
  const each = {
    admit: await judge((dry, by) => admitAppeal(dry, by, reasoned)),
    findInadmissible: await judge((dry, by) => findInadmissible(dry, by, reasoned)),
    formPanel:
      (isOfficer(asker) || isFreeFor('appeal.formPanel', asker, file)) &&
      (await may((dry, by) => formPanel(dry, by, { ...at, panel: [] }), ['panelComplete'])),
    askStay: await judge((dry, by) => askForStay(dry, by, { ...reasoned, step: 'askStay' })),
    askToLiftStay: await judge((dry, by) => askForStay(dry, by, { ...reasoned, step: 'askToLiftStay' })),
    grantUrgentStay: await judge((dry, by) => grantUrgentStay(dry, by, reasoned)),
    vote: await judge((dry, by) => voteOnAppeal(dry, by, { appealId, outcome: 'dismiss' })),
    settle: await judge((dry, by) => settleAppeal(dry, by, reasoned)),
  };
  return { may: each, barred };
}
