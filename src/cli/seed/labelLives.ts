import type { Scheme } from '../../criteria/scheme.ts';
import { addDays, addMonths, type Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { ageOf, type Fate, pastOf } from './labelPast.ts';
import type { Random } from './random.ts';

/** What happened to one label until today. */
export interface LabelLife
  extends Pick<Entry, 'state' | 'standing' | 'revision' | 'since' | 'until' | 'history'> {
  /** The day of the agreement: its year is in the number. */
  readonly signedOn: Day;
}

type Past = Entry['history'];

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
const fates = Object.entries(shares).flatMap(([fate, share]) => Array<Fate>(share).fill(fate as Fate));
/** Most labels are granted without more. */
const standings = ['clean', 'clean', 'clean', 'clean', 'conditional', 'provisional'] as const;
const renewedPercent = 30;
const mostRenewals = 2;
/** Rounded down, so that a term never reaches beyond its last day. */
const daysOfMonth = 30.4;

/** The lives of an organisation's labels, the oldest first: each but the last was replaced by the one after it. */
export function labelLives(chance: Random, validity: Scheme['validity'], today: Day): LabelLife[] {
  const lives = [newestLife(chance, validity, today)];
  while (lives.length <= mostRenewals && chance.percent(renewedPercent)) {
    const [renewed] = lives as [LabelLife];
    // Signed while the old one still held, or late, in its days of grace.
    const early = chance.percent(75);
    const signedOn = early ? addDays(renewed.since, -chance.between(1, 150)) : renewed.signedOn;
    const until = addDays(renewed.since, early ? -1 : -chance.between(2, validity.graceDays - 5));
    lives[0] = { ...renewed, signedOn, history: [...begun(signedOn), ...renewed.history.slice(2)] };
    lives.unshift(replacedLife(validity, until, signedOn));
  }
  return lives;
}

function newestLife(chance: Random, validity: Scheme['validity'], today: Day): LabelLife {
  const fate = chance.pick(fates);
  const months = chance.percent(20) ? validity.monthsIfYoung : validity.months;
  const term = Math.floor(months * daysOfMonth);
  const age = ageOf(fate, chance, term);
  const since = addDays(today, -age);
  const until = addDays(addMonths(since, months), -1);
  const past = pastOf(fate, chance, { since, until, age, term });
  return {
    state: past.at(-1)?.state ?? 'active',
    standing: chance.pick(standings),
    revision: fate === 'restored' ? 2 : 1,
    since,
    until,
    history: [...begun(since), ...past],
    signedOn: since,
  };
}

function replacedLife(validity: Scheme['validity'], until: Day, signedOn: Day): LabelLife {
  const since = addMonths(addDays(until, 1), -validity.months);
  const late: Past = signedOn > until ? [{ state: 'extended', on: addDays(until, 1) }] : [];
  return {
    state: 'superseded',
    standing: 'clean',
    revision: 1,
    since,
    until,
    history: [...begun(since), ...late, { state: 'superseded', on: signedOn }],
    signedOn: since,
  };
}

function begun(signedOn: Day): Past {
  return [
    { state: 'issuing', on: signedOn },
    { state: 'active', on: signedOn },
  ];
}
