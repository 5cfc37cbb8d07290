import { expect } from 'chai';
import type { LabelMark } from '../../../src/commands/ports/deskPorts.ts';
import type { LabelState } from '../../../src/register/entry.ts';
import { firstDueOf, lastDayOf, marksOf } from '../../../src/storage/desk/labelFacts.ts';
import { type LabelContext, untouchedLabel } from '../../../src/workflow/stored.ts';

const since = '2026-05-01';
const until = '2029-04-30';
const asked = { code: 'misuse', dueAt: '2027-03-01T09:00:00.000Z', answered: false } as const;
const notice = { on: '2027-06-30', by: 'X', confirmed: false } as const;

/** A label that began in May 2026 and came to a state on 1 February 2027. */
function labelIn(state: LabelState, more: Partial<LabelContext> = {}, conditionDue?: string) {
  const ids = { number: 'GE-2026-000001', applicationId: 'A', organisationId: 'O' } as const;
  const issued = { revision: 1, certificate: null, successor: null, since, until, dueAt: null } as const;
  const context: LabelContext = { ...untouchedLabel, ...ids, ...issued, standing: 'clean', ...more };
  const begun = { state: 'active', at: `${since}T08:00:00.000Z` } as const;
  const history = state === 'active' ? [begun] : [begun, { state, at: '2027-02-01T08:00:00.000Z' }];
  return { state, context, history, ...(conditionDue && { conditionDue }) };
}

interface Row {
  readonly label: Parameters<typeof lastDayOf>[0];
  readonly owed?: readonly string[];
  readonly marks: readonly LabelMark[];
  readonly due: string | null;
  readonly ends: string | null;
}

const rows: Readonly<Record<string, Row>> = {
  'that is being prepared': { label: labelIn('issuing'), marks: [], due: null, ends: until },
  'that is valid': { label: labelIn('active'), marks: [], due: null, ends: until },
  'that owes a declaration and the removal of its mark': {
    label: labelIn('active'),
    owed: ['2027-05-01T09:00:00.000Z', '2027-04-01T09:00:00.000Z'],
    ...{ marks: [], due: '2027-04-01', ends: until },
  },
  'with a condition': {
    label: labelIn('active', { standing: 'conditional' }, '2027-01-31'),
    owed: ['2027-05-01T09:00:00.000Z'],
    ...{ marks: ['conditional'], due: '2027-01-31', ends: until },
  },
  'that an officer made conditional until a day': {
    label: labelIn('active', { standing: 'conditional', standingDueAt: '2027-02-10T22:59:00.000Z' }),
    ...{ marks: ['conditional'], due: '2027-02-10', ends: until },
  },
  'that is provisional': {
    label: labelIn('active', { standing: 'provisional' }),
    ...{ marks: ['provisional'], due: null, ends: until },
  },
  'whose suspension is proposed': {
    label: labelIn('active', { hearing: { about: 'suspension', ...asked } }),
    ...{ marks: ['suspensionProposed'], due: '2027-03-01', ends: until },
  },
  'whose withdrawal is proposed': {
    label: labelIn('active', { hearing: { about: 'withdrawal', ...asked } }),
    ...{ marks: ['withdrawalProposed'], due: '2027-03-01', ends: until },
  },
  'whose holder answered on its withdrawal': {
    label: labelIn('active', { hearing: { about: 'withdrawal', ...asked, answered: true } }),
    ...{ marks: ['withdrawalProposed'], due: null, ends: until },
  },
  'that is suspended': {
    label: labelIn('suspended', { dueAt: '2027-04-30T21:59:00.000Z' }),
    ...{ marks: [], due: '2027-04-30', ends: until },
  },
  'that is suspended and whose withdrawal is proposed': {
    label: labelIn('suspended', {
      dueAt: '2027-04-30T21:59:00.000Z',
      hearing: { about: 'withdrawal', ...asked },
    }),
    ...{ marks: ['withdrawalProposed'], due: '2027-03-01', ends: until },
  },
  'that was not put right in time': {
    label: labelIn('withdrawalPending'),
    marks: [],
    due: null,
    ends: until,
  },
  'that was not put right in time and whose withdrawal is proposed': {
    label: labelIn('withdrawalPending', { hearing: { about: 'withdrawal', ...asked } }),
    ...{ marks: ['withdrawalProposed'], due: '2027-03-01', ends: until },
  },
  'that holds by a stay': {
    label: labelIn('active', { stayed: 'withdrawn' }),
    ...{ marks: ['stayed'], due: null, ends: until },
  },
  'of which its holder gave notice': {
    label: labelIn('active', { endsOn: '2027-06-30' }),
    ...{ marks: ['noticeGiven'], due: null, ends: '2027-06-30' },
  },
  'of which a notice was recorded': {
    label: labelIn('active', { notice }),
    ...{ marks: ['noticeRecorded'], due: null, ends: until },
  },
  'of which a recorded notice was confirmed': {
    label: labelIn('active', { notice: { ...notice, confirmed: true }, endsOn: notice.on }),
    ...{ marks: ['noticeGiven'], due: null, ends: notice.on },
  },
  'that is extended': {
    label: labelIn('extended', { dueAt: '2029-07-31T21:59:00.000Z' }),
    ...{ marks: [], due: '2029-07-31', ends: '2029-07-31' },
  },
  ...Object.fromEntries(
    (['expired', 'withdrawn', 'terminated', 'superseded'] as const).map((state) => [
      `that is ${state}`,
      {
        label: labelIn(state, { standing: 'conditional' }, '2027-01-31'),
        marks: [],
        due: null,
        ends: '2027-01-31',
      },
    ]),
  ),
};

describe('the row of a label', () => {
  for (const [name, { label, owed = [], marks, due, ends }] of Object.entries(rows)) {
    it(`${name} says what holds of it, what is due next and its last day`, () => {
      expect([marksOf(label), firstDueOf(label, owed), lastDayOf(label)]).to.deep.equal([marks, due, ends]);
    });
  }
});
