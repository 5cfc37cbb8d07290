import { LabelError } from '../../../errors.ts';
import { isFreeToJudge, sightOfAppeal } from '../../../policies/appeal.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { isInCommittee, isOfficer } from '../../../policies/who.ts';
import type { AppealOutcome } from '../../../workflow/appealEvents.ts';
import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { type AnnouncedDecision, announcedDecisions } from '../../file/announcedDecisions.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Evidence, Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';
import { type AppealFile, appealFile, shortestWord } from '../appeal/appealFile.ts';
import { formPanel, listPanelists, type PossiblePanelist } from '../appeal/formPanel.ts';
import {
  admitAppeal,
  changeStay,
  declareInadmissible,
  outcomeOf,
  settleAppeal,
  voteOnAppeal,
} from '../appeal/judgeAppeal.ts';

export type AppealAction =
  | 'admit'
  | 'declareInadmissible'
  | 'formPanel'
  | 'grantStay'
  | 'liftStay'
  | 'vote'
  | 'settle';

/** A member of a panel; `outcome` is null while it is not to be told. */
export interface PanelMember {
  readonly person: Person;
  readonly voted: boolean;
  readonly outcome: AppealOutcome | null;
}

/** An appeal as someone of the staff may see it. */
export interface AppealDesk {
  readonly appeal: Pick<Appeal, 'id' | 'revision' | 'state' | 'lodgedAt' | 'context'>;
  readonly organisation: string;
  /** Null for whoever had a part in the file, until the appeal is settled. */
  readonly whole: {
    readonly ground: Appeal['ground'];
    readonly grounds: string;
    readonly words: Appeal['words'];
    /** The files that it names. */
    readonly documents: readonly Evidence[];
    /** What it is against, as it was announced. */
    readonly decision: AnnouncedDecision | null;
    /** Who judges it; the votes are shown once all are given, and to each their own before. */
    readonly panel: readonly PanelMember[];
    /** What the majority is for; null until everyone voted, or without one. */
    readonly majority: AppealOutcome | null;
    /** Whether the file itself is theirs to read, and its evidence with it. */
    readonly readsFile: boolean;
  } | null;
  /** Everyone of the committee, for who may form the panel; empty otherwise. */
  readonly panelists: readonly PossiblePanelist[];
  /** What this person can do now. */
  readonly may: Readonly<Record<AppealAction, boolean>>;
}

/** An appeal for officers and committee; of their own organisation there is none. */
export async function viewAppeal(deps: Deps, asker: Asker, appealId: string): Promise<AppealDesk> {
  if (!isOfficer(asker) && !isInCommittee(asker)) throw new LabelError('forbidden');
  const file = await appealFile(deps, appealId);
  const { appeal, application } = file;
  const sight = requireVisible(sightOfAppeal(asker, file, appeal.state));
  const { id, revision, state, lodgedAt, context } = appeal;
  const names = await deps.store.frozenNames([application]);
  const may = await actions(deps, asker, file);
  return {
    appeal: { id, revision, state, lodgedAt, context },
    organisation: requireVisible(names.get(application.id)).name,
    whole: sight === 'whole' ? await wholeOf(deps, asker, file) : null,
    panelists: may.formPanel ? await listPanelists(deps, file) : [],
    may,
  };
}

async function wholeOf(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  file: AppealFile,
): Promise<AppealDesk['whole']> {
  const { appeal, application } = file;
  const { ground, grounds, words, lodgedAt, context } = appeal;
  const [evidence, records, panel] = await Promise.all([
    deps.store.evidenceOf(application.id),
    deps.store.records(`applications/${application.id}`),
    Promise.all(context.panel.map((id) => deps.store.person(id))),
  ]);
  return {
    ground,
    grounds,
    words,
    documents: evidence.filter(({ id }) => appeal.documents.includes(id)),
    decision: announcedDecisions(records.filter(({ at }) => at < lodgedAt)).at(-1) ?? null,
    ...votesTold(asker, context, panel.map(requireVisible)),
    readsFile: mayReadFile(asker, file),
  };
}

function votesTold(
  { id: own }: Asker,
  context: Appeal['context'],
  people: readonly Person[],
): Pick<NonNullable<AppealDesk['whole']>, 'panel' | 'majority'> {
  const voteOf = (id: string) => context.votes.find(({ personId }) => personId === id)?.outcome ?? null;
  const all = people.length > 0 && people.every(({ id }) => voteOf(id) !== null);
  const max = outcomeOf(context);
  const agreed = context.votes.filter(({ outcome }) => outcome === max).length;
  return {
    panel: people.map((person) => ({
      person,
      voted: voteOf(person.id) !== null,
      outcome: all || person.id === own ? voteOf(person.id) : null,
    })),
    majority: all && agreed * 2 > people.length ? max : null,
  };
}

/** What the commands would take from this person now: what a page offers never differs from what is done. */
async function actions(deps: Deps, asker: Asker, file: AppealFile): Promise<AppealDesk['may']> {
  const { id: appealId, revision, context } = file.appeal;
  const at = { appealId, revision };
  const said = { ...at, reason: '.'.repeat(shortestWord) };
  const judges = isFreeToJudge(asker, file) && !(await hasConflict(deps, asker, context.organisationId));
  const takes = async (act: (dry: Deps) => Promise<void>, missing: readonly string[] = []) =>
    (await dryRun(deps, act)).every((reason) => missing.includes(reason));
  const judge = async (act: (dry: Deps) => Promise<void>) => judges && takes(act);
  return {
    admit: await judge((dry) => admitAppeal(dry, asker, said)),
    declareInadmissible: await judge((dry) => declareInadmissible(dry, asker, said)),
    formPanel:
      (judges || isOfficer(asker)) &&
      (await takes((dry) => formPanel(dry, asker, { ...at, panel: [] }), ['panelComplete'])),
    grantStay: await judge((dry) => changeStay(dry, asker, { ...said, step: 'grantStay' })),
    liftStay: await judge((dry) => changeStay(dry, asker, { ...said, step: 'liftStay' })),
    vote: await judge((dry) => voteOnAppeal(dry, asker, { appealId, outcome: 'dismiss' })),
    settle: await judge((dry) => settleAppeal(dry, asker, said)),
  };
}
