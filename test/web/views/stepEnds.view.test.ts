import { expect } from 'chai';
import { addWorkingDays } from '../../../src/register/calendar.ts';
import { stepEnds } from '../../../src/web/views/stepEnds.view.ts';
import type { Stop } from '../../../src/web/views/timeline.view.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

type File = Parameters<typeof stepEnds>[0];

const { scheme } = realScheme();
const procedure = { stepDays: { screening: 10, decision: 30 }, reviewDays: 30 };
const evaluation = scheme.process.invitationDays + procedure.reviewDays;
const sent = '2026-11-02T09:00:00.000Z';

/** A file at a station of its way, entered at an instant. */
function ends(
  now: string,
  here: 'screening' | 'agreement',
  also: { yoursUntil?: string; asked?: object[] } = {},
) {
  const names = ['deposit', 'screening', 'evaluation', 'decision', 'agreement', 'label'] as const;
  const at = names.indexOf(here);
  const stops = names.map(
    (station, i): Stop => ({
      station,
      on: i < at ? sent : '',
      tone: i < at ? '' : i === at ? 'now' : 'quiet',
    }),
  );
  const file = {
    application: { submittedAt: sent },
    information: also.asked ?? [],
    organisation: { region: null },
    published: { scheme },
  } as unknown as File;
  return stepEnds(file, stops, { procedure, now, yoursUntil: also.yoursUntil ?? null });
}

describe('by when the steps of a file end', () => {
  it('is counted from the sending, less what a step took, each after the one before', () => {
    const first = addWorkingDays('2026-11-02', 10);
    const second = addWorkingDays(first, evaluation);
    const third = addWorkingDays(second, 30);
    const last = addWorkingDays(third, scheme.process.agreementDays);
    const by = { screening: first, evaluation: second, decision: third, agreement: last, label: last };
    expect(ends(sent, 'screening')).to.deep.equal({ by, late: false });
    expect(ends('2026-11-06T09:00:00.000Z', 'screening').by, 'four days later').to.deep.equal(by);
  });

  it('does not name a day that is over, and says that it takes longer', () => {
    const { by, late } = ends('2026-12-31T09:00:00.000Z', 'screening');
    expect([late, by.screening]).to.deep.equal([true, undefined]);
    expect(by.evaluation).to.equal(addWorkingDays('2026-12-31', evaluation));
  });

  it('waits for the answer of the applicant, and an agreement for its own day', () => {
    const asked = [
      { askedAt: '2026-11-04T09:00:00.000Z', dueAt: '2026-12-02T22:59:59.999Z', answeredAt: null },
    ];
    const { by } = ends('2026-11-20T09:00:00.000Z', 'screening', {
      asked,
      yoursUntil: '2026-12-02T22:59:59.999Z',
    });
    expect(by.screening).to.equal(addWorkingDays('2026-12-02', 8));
    const signing = ends('2026-11-20T09:00:00.000Z', 'agreement', { yoursUntil: '2026-12-11T22:59:59.999Z' });
    expect(signing).to.deep.equal({ by: { agreement: '2026-12-11', label: '2026-12-11' }, late: false });
  });
});
