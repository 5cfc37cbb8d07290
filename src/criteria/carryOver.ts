import type { Answer, Assessment, Facts } from './assessment.ts';
import { levelsToChoose } from './figureLevel.ts';
import { isNumeric, optionsOf } from './figures.ts';
import { mayBeNotApplicable } from './notApplicable.ts';
import type { Criterion, Cycle, FactRule, Scheme, Scope } from './scheme.ts';

/**
 * Maps an earlier assessment to a version of the rules by its stable ids: the same id means the same. A criterion or figure
 * that moved to another scope is another one; a level that is computed now is not claimed again; "not applicable" is kept only
 * where the figures that are kept, and the cycle, allow it still.
 */
export function carryOver(before: Scheme, now: Scheme, earlier: Assessment, cycle: Cycle) {
  const then = scopesOf(before);
  const today = scopesOf(now);
  const same = (id: string) => then.get(id) === today.get(id);
  const rules = new Map(now.criteria.map((criterion) => [criterion.id, criterion]));
  const answered = [earlier, ...earlier.offers].flatMap(({ answers }) =>
    answers.map(({ criterion }) => criterion),
  );
  const organisation = carriedFacts(before, now, 'organisation', earlier.facts);
  const part = (scope: Scope, facts: Facts, answers: readonly Answer[]) => ({
    facts,
    answers: answers.flatMap((answer) => {
      const rule = rules.get(answer.criterion);
      const stays = rule !== undefined && today.get(rule.id) === scope && same(rule.id);
      if (!stays) return [];
      return carriedAnswer(rule, answer, mayBeNotApplicable(rule, { ...organisation, ...facts }, cycle));
    }),
  });
  return {
    assessment: {
      ...part('organisation', organisation, earlier.answers),
      offers: earlier.offers.map(({ offerId, facts, answers }) => ({
        offerId,
        ...part('offer', carriedFacts(before, now, 'offer', facts), answers),
      })),
    },
    /** Ids of criteria that were answered then and exist no more, in the order of the earlier version. */
    retired: before.criteria.map(({ id }) => id).filter((id) => answered.includes(id) && !same(id)),
    /** Ids of criteria that the earlier version did not have, in the order of this one. */
    added: now.criteria.map(({ id }) => id).filter((id) => !same(id)),
  };
}

/** The scope of each criterion of a version. */
function scopesOf({ themes, criteria }: Scheme): ReadonlyMap<string, Scope | undefined> {
  const scopes = new Map(themes.map(({ id, scope }) => [id, scope]));
  return new Map(criteria.map(({ id, theme }) => [id, scopes.get(theme)]));
}

/** The answer without what belongs to its old file alone: how often it was saved, and the documents there. */
function carriedAnswer(
  { number }: Criterion,
  { criterion, level, na, evidence, comment, files, passages }: Answer,
  naAllowed: boolean,
): Answer[] {
  const claimed = number && levelsToChoose(number).length === 0 ? null : level;
  const answer = { criterion, level: claimed, na: na && naAllowed, evidence, comment };
  const bare = answer.level === null && !answer.na && !evidence && !comment && !files?.length;
  const joined = { ...(files?.length && { files }), ...(passages?.length && { passages }) };
  return bare ? [] : [{ ...answer, ...joined }];
}

/** Figures whose rule is there still, in the same scope and unit, with a value that it allows. */
function carriedFacts(before: Scheme, now: Scheme, scope: Scope, facts: Facts): Facts {
  const ruleIn = (scheme: Scheme, id: string) =>
    scheme.facts.find((rule) => rule.id === id && rule.scope === scope);
  return Object.fromEntries(
    Object.entries(facts).filter(([id, value]) => {
      const [was, is] = [ruleIn(before, id), ruleIn(now, id)];
      return was !== undefined && is !== undefined && was.unit === is.unit && allows(is, value);
    }),
  );
}

function allows(rule: FactRule, value: number | string): boolean {
  if (isNumeric(rule)) return typeof value === 'number';
  return optionsOf(rule).some((option) => option === value);
}
