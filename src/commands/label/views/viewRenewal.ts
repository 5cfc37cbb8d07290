import type { Facts } from '../../../criteria/assessment.ts';
import { criteriaNews } from '../../../criteria/criteriaNews.ts';
import type { Language, Level } from '../../../criteria/scheme.ts';
import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { isRenewable, renewalOpens } from '../../../policies/renewalWindow.ts';
import { dayOf } from '../../../register/day.ts';
import { fileVerdictOf, goalsOf } from '../../../scoring/verdict.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { renewalOf } from '../../file/renewalOf.ts';
import { settledOf } from '../../file/reviewMarks.ts';
import { settledPlaces } from '../../file/settledPlaces.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isUnanswered } from '../../review/findings/openFindings.ts';
import { renewalScheme } from '../renewal/renewalScheme.ts';

/** What the renewal of a label asks of its holder. */
export type RenewalDesk = Awaited<ReturnType<typeof viewRenewal>>;

/**
 * The renewal of a label for the people of its holder: when it can be asked for, under which criteria, and what is other for this file
 * than when the label was decided. For anyone else it is not found.
 */
export async function viewRenewal(
  deps: Deps,
  asker: Asker,
  { organisationId, number, language }: Record<'organisationId' | 'number', string> & { language: Language },
) {
  requireVisible(belongsTo(asker, organisationId));
  const label = requireVisible(await deps.store.label(number));
  requireVisible(label.context.organisationId === organisationId);
  const file = await frozenFile(deps, label.context.applicationId);
  const { published: before, snapshot, application } = file;
  const cycle = cycleOfCopy(snapshot.content);
  const opens = renewalOpens(label.context, before.scheme.validity.renewalWindowDays);
  const after = renewalScheme(deps, opens);
  const places = settledPlaces(file) ?? [];
  const levelOf = (criterion: string) => lowest(places.filter(({ at }) => at.criterion === criterion));
  const { criteria, retired } = criteriaNews(before, cycle, after, language);
  const renewal = await renewalOf(deps, label);
  const settled = settledOf(file);
  const holds = isRenewable(label);
  return {
    label,
    organisation: snapshot.content.organisation,
    after,
    /** Of the organisation: what was asked for at the last cycle and what is at a renewal, and the score that was decided. */
    goals: {
      before: goalsOf(before.scheme, 'organisation', cycle),
      after: goalsOf(after.scheme, 'organisation', 'renewal'),
      score: settled && fileVerdictOf(before.scheme, cycle, settled).organisation.score.overall,
    },
    criteria: criteria.map((news) => ({ ...news, decided: levelOf(news.criterion) })),
    retired,
    /** Findings of the last cycle that wait for the holder still. */
    findings: (await deps.store.findingsOf(application.id)).filter(isUnanswered).length,
    declared: await movedFigures(deps, number, snapshot.content.assessment.facts),
    opens,
    /** The request that is prepared or examined; null while there is none. */
    renewal: renewal && { id: renewal.id, isSent: renewal.state !== 'draft' },
    holds,
    may:
      holds && !renewal && mayEdit(asker, organisationId) && dayOf(deps.clock.now().toISOString()) >= opens,
  };
}

/** The lowest level among the places of a criterion, as those of several offers; null where none has one. */
function lowest(places: readonly { readonly settled: Level | 'na' }[]): Level | null {
  const levels = places.flatMap(({ settled }) => (settled === 'na' ? [] : [settled]));
  return levels.length === 0 ? null : (Math.min(...levels) as Level);
}

/** Figures of the last declaration that are others than those of the file; null where nothing was declared. */
async function movedFigures({ store }: Pick<Deps, 'store'>, number: string, then: Facts) {
  const all = (await store.surveillancesOf([number])).flatMap(({ declarations }) => declarations);
  const last = all
    .filter(({ facts }) => Object.keys(facts).length > 0)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  if (!last) return null;
  const moved = Object.entries(last.facts).filter(([fact, value]) => then[fact] !== value);
  return { at: last.at, moved: moved.map(([fact, now]) => ({ fact, before: then[fact] ?? null, now })) };
}
