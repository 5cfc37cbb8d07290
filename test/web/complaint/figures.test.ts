import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { answerComplaint, takeComplaint } from '../../../src/commands/complaint/handleComplaint.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { complaintVersion, reason, sendComplaint } from '../../support/complaintSteps.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('the figures of complaints', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('complaintFigures');
  });
  after(() => web.stop());

  it('count each year by kind and outcome, for everyone, in every language', async () => {
    const officer = await web.person('desk', 'officer');
    const visitor = await web.browser();
    const rows = (text: string) =>
      parse(text)
        .querySelectorAll('tbody tr')
        .map((row) => row.querySelectorAll('td').map((cell) => Number(cell.textContent)));
    expect(rows((await visitor.get('/fr/report/figures')).text), 'nothing came').to.deep.equal([]);
    await sendComplaint(web);
    const { number } = await sendComplaint(web);
    await sendComplaint(web, { kind: 'service', place: null });
    await takeComplaint(web.deps, officer, await complaintVersion(web, number));
    const answer = { outcome: 'unfounded', reason, done: '' } as const;
    await answerComplaint(web.deps, officer, { ...(await complaintVersion(web, number)), ...answer });
    for (const language of languages) {
      const { status, text } = await visitor.get(`/${language}/report/figures`);
      expect(status).to.equal(200);
      // Received, founded, partly, unfounded, waiting.
      expect(rows(text), language).to.deep.equal([
        [2, 0, 0, 1, 1],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [1, 0, 0, 0, 1],
        [0, 0, 0, 0, 0],
      ]);
    }
  });
});
