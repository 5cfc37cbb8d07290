import type { Scheme } from '../../criteria/scheme.ts';
import type { Day } from '../../register/day.ts';
import type { Entry, Standing } from '../../register/entry.ts';
import { countOf, type DayCount, dayOfCount, monthsAfter } from './dayCount.ts';
import { ageOf, type Fate, grace, pastOf } from './labelPast.ts';
import type { Random } from './random.ts';

/** What happened to one label until today. */
export interface LabelLife
  extends Pick<
    Entry,
    'state' | 'standing' | 'conditionDue' | 'revision' | 'since' | 'until' | 'extendedUntil' | 'history'
  > {
  /** The day of the agreement: its year is in the number. */
  readonly signedOn: Day;
}

/** What the newest label of an organisation must come to, and in which standing, instead of what chance says. */
export interface Due {
  readonly fate: Fate;
  readonly standing?: Entry['standing'];
  /** It replaced another. */
  readonly renewed?: boolean;
}

type Past = Entry['history'];

/** A life whose beginning is not settled yet. */
interface Draft extends Pick<Entry, 'state' | 'standing' | 'conditionDue' | 'revision'> {
  readonly signedOn: DayCount;
  readonly since: DayCount;
  readonly until: DayCount;
  /** After it became active. */
  readonly past: Past;
}

/** Of a hundred organisations, what so many newest labels came to. */
const shares: Readonly<Record<Fate, number>> = {
  active: 60,
  restored: 6,
  suspended: 5,
  withdrawalPending: 2,
  extended: 5,
  expired: 12,
  withdrawn: 4,
  terminated: 6,
};
const standingsOfActive = ['clean', 'conditional', 'provisional'] as const;
const fates = Object.entries(shares).flatMap(([fate, share]) => Array<Fate>(share).fill(fate as Fate));
/** Most labels are granted without more. */
const standings = ['clean', 'clean', 'clean', 'clean', 'conditional', 'provisional'] as const;
const renewedPercent = 30;
const maxRenewals = 2;
/** Days from one condition to the next. */
const conditionDays = 182;
/** Rounded down, so that a term never reaches beyond its last day. */
const daysOfMonth = 30.4;

/** Every fate, every standing of a label that holds, and one that was replaced: so few organisations show every public status. */
export const everyStatus: readonly Due[] = [
  ...standingsOfActive.map((standing) => ({ fate: 'active', standing }) as const),
  { fate: 'active', renewed: true },
  ...(Object.keys(shares) as Fate[]).filter((fate) => fate !== 'active').map((fate) => ({ fate })),
];

/** The lives of an organisation's labels, the oldest first: each but the last was replaced by the one after it. */
export function labelLives(chance: Random, validity: Scheme['validity'], today: Day, due?: Due): LabelLife[] {
  let oldest = newestLife(chance, validity, countOf(today), due);
  const lives: LabelLife[] = [];
  const renewed = () => (due?.renewed && lives.length === 0) || chance.percent(renewedPercent);
  const isFirst = () => oldest.standing === 'provisional';
  for (let left = maxRenewals; left > 0 && !isFirst() && renewed(); left -= 1) {
    // Signed while the one before still held, whose place it takes that day, or late, in its days of grace.
    const early = chance.percent(75);
    const signedOn = early ? oldest.since - chance.between(1, 150) : oldest.since;
    const until = oldest.since - (early ? 1 : chance.between(2, validity.graceDays - 5));
    lives.unshift(lifeOf({ ...oldest, since: signedOn, signedOn }));
    oldest = replacedLife(validity, until, signedOn);
  }
  return [lifeOf(oldest), ...lives];
}

function newestLife(chance: Random, validity: Scheme['validity'], today: DayCount, due?: Due): Draft {
  const fate = due?.fate ?? chance.pick(fates);
  const standing = due?.standing ?? (due?.renewed ? 'clean' : chance.pick(standings));
  const isYoung = standing === 'provisional' || chance.percent(20);
  const months = isYoung ? validity.monthsIfYoung : validity.months;
  const term = Math.floor(months * daysOfMonth);
  const age = ageOf(fate, chance, term);
  const since = today - age;
  const until = monthsAfter(since, months) - 1;
  const past = pastOf(fate, chance, { since, until, age, term });
  return {
    state: past.at(-1)?.state ?? 'active',
    standing,
    ...(standing === 'conditional' && { conditionDue: nextCondition(since, age) }),
    revision: fate === 'restored' ? 2 : 1,
    signedOn: since,
    since,
    until,
    past,
  };
}

/** The first day after today by which a condition has to be met, where there is one every half-year. */
function nextCondition(since: DayCount, age: number): Day {
  return dayOfCount(since + (Math.floor(age / conditionDays) + 1) * conditionDays);
}

function replacedLife({ months }: Scheme['validity'], until: DayCount, signedOn: DayCount): Draft {
  const since = monthsAfter(until + 1, -months);
  const replaced = { state: 'superseded', on: dayOfCount(signedOn) } as const;
  const late = { state: 'extended', on: dayOfCount(until + 1) } as const;
  const past = signedOn > until ? [late, replaced] : [replaced];
  return { state: 'superseded', standing: 'clean', revision: 1, signedOn: since, since, until, past };
}

function lifeOf({ signedOn, since, until, past, ...life }: Draft): LabelLife {
  const on = dayOfCount(signedOn);
  const steps: Past = [{ state: 'issuing', on }, { state: 'active', on }, ...past];
  return {
    ...life,
    since: dayOfCount(since),
    until: dayOfCount(until),
    ...(past.at(-1)?.state === 'extended' && { extendedUntil: dayOfCount(until + grace) }),
    history: steps.map((step) => withStanding(step, life.standing)),
    signedOn: on,
  };
}

function withStanding(step: Past[number], standing: Standing): Past[number] {
  return standing === 'clean' ? step : { ...step, standing };
}
