import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { entryBadge } from '../../../src/issuing/badge/entryBadge.ts';
import { addDays, addMonths } from '../../../src/register/day.ts';
import { statusToday } from '../../../src/register/publicStatus.ts';
import { validityToday } from '../../../src/register/validity.ts';
import { castOf, filledDraft } from '../../support/applicationSteps.ts';
import { advanceToIssuedLabel } from '../../support/issueLabel.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { specimen } from '../../support/samples/specimen.ts';

const { youngMonths, months, monthsIfYoung } = realScheme().scheme.validity;
const since = '2026-12-01';

describe('the first label of an organisation', () => {
  let service: TestService;
  before(async () => {
    service = await testService('young');
  });
  after(() => service.stop());

  const cases = [
    ['that is young', addDays(addMonths(since, -youngMonths), 1), 'provisional', monthsIfYoung],
    ['that is just old enough', addMonths(since, -youngMonths), 'clean', months],
  ] as const;
  for (const [title, founded, standing, lasts] of cases) {
    it(`${title} is ${standing} and lasts ${lasts} months, in register, badge and letter`, async () => {
      service.setClock(`${since}T09:00:00.000Z`);
      const cast = await castOf({
        ...service,
        person: (name, ...roles) => service.person(`${standing}-${name}`, ...roles),
      });
      const draft = await filledDraft(service.deps, cast.owner, { ...specimen.organisation, founded });
      const number = await advanceToIssuedLabel(service, cast, draft);
      const entry = requireVisible(await service.deps.store.entry(number));
      const until = addDays(addMonths(since, lasts), -1);
      expect([entry.standing, entry.since, entry.until]).to.deep.equal([standing, since, until]);
      const { word, valid } = statusToday(entry, since);
      expect([word, valid]).to.deep.equal([standing === 'clean' ? 'active' : standing, true]);
      const drawn = entryBadge(entry, validityToday(entry, since), 'standard', 'fr', 'https://label.example');
      expect(drawn.includes('provisoire'), 'badge').to.equal(standing === 'provisional');
      const letter = service.letters.find(
        ({ kind, text }) => kind === 'labelIssued' && text.includes(number),
      );
      expect(letter?.text.includes('provisoire'), 'letter').to.equal(standing === 'provisional');
    });
  }
});
