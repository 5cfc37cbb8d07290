import type { RenewalDesk } from '../../commands/label/views/viewRenewal.ts';
import { isNumeric } from '../../criteria/figures.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { labelKitHref, organisationHref } from '../views/organisation.view.ts';

export type RenewalView = ReturnType<typeof renewalView>;

/** The renewal of a label as its holder reads it. */
export function renewalView(desk: RenewalDesk, words: Translator) {
  const { label, organisation, after, goals, criteria, retired, findings, declared, renewal, opens } = desk;
  const { version } = after.scheme;
  const text = after.texts[words.language];
  return {
    number: label.id,
    href: labelKitHref(words, organisation.id, label.id),
    organisation: { name: organisation.name, href: organisationHref(words, organisation.id) },
    window: windowOf(desk),
    opens: words.date(opens),
    until: words.date(label.context.until),
    may: desk.may,
    renewalHref: renewal && applicationHref(words, renewal.id),
    version: { number: version, href: `/${words.language}/criteria/${version}` },
    goals: {
      overall: { before: goals.before.overall, after: goals.after.overall },
      floor: { before: goals.before.themeFloor, after: goals.after.themeFloor },
      score: goals.score === null ? null : words.number(goals.score, 1),
      isBelow: goals.score !== null && goals.score < goals.after.overall,
    },
    criteria: criteria.map(({ criterion, kinds, minimum, decided }) => ({
      id: criterion,
      title: text.criteria[criterion]?.title ?? criterion,
      href: `/${words.language}/criteria/${version}/${criterion}`,
      kinds,
      minimum,
      decided,
      /** Whether what was decided would not do any more. */
      isBelow: minimum !== null && decided !== null && decided < minimum,
    })),
    retired,
    findings,
    figures: declared && {
      on: words.date(declared.at),
      moved: declared.moved.map(({ fact, before, now }) => ({
        name: text.facts[fact]?.label ?? fact,
        before: before === null ? null : figureText(desk, fact, before, words),
        now: figureText(desk, fact, now, words),
      })),
    },
  };
}

/** Where the renewal stands, as one sentence says it. */
function windowOf({ label, holds, renewal, may, opens }: RenewalDesk) {
  if (renewal) return renewal.isSent ? ('sent' as const) : ('draft' as const);
  if (!holds)
    return label.state === 'suspended' || label.state === 'withdrawalPending'
      ? ('suspended' as const)
      : ('over' as const);
  return may || label.state === 'extended' || opens <= label.context.since
    ? ('open' as const)
    : ('later' as const);
}

function figureText({ after }: RenewalDesk, fact: string, value: number | string, words: Translator): string {
  const rule = after.scheme.facts.find(({ id }) => id === fact);
  return rule && isNumeric(rule) && typeof value === 'number' ? words.number(value, 2) : String(value);
}
