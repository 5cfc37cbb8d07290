import { expect } from 'chai';
import { type NamedSuccessor, successorOf } from '../../../src/commands/desk/namedSuccessor.ts';
import { registerSpecimen } from '../../support/organisations.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const registered = {
  holder: { name: 'Spécimen titulaire', identifier: 'CHE-116.281.710', postcode: '1204', commune: 'Genève' },
  sole: { name: 'Spécimen Épicerie', identifier: '', postcode: '1227', commune: 'Carouge' },
  here: { name: 'Spécimen Atelier', identifier: '', postcode: '1204', commune: 'Genève' },
  there: { name: 'Spécimen Atelier', identifier: '', postcode: '1212', commune: 'Lancy' },
} as const;

/** What an officer writes, and whom it names, or why it names nobody. */
const table: readonly (readonly [NamedSuccessor, keyof typeof registered | null | string])[] = [
  [{ successor: '' }, null],
  [{ successor: '  ', successorPlace: 'Lancy' }, null],
  [{ successor: 'CHE-116.281.710' }, 'invalid successor:successorIsHolder'],
  [{ successor: 'che 116 281 710' }, 'invalid successor:successorIsHolder'],
  [{ successor: 'CHE-109.322.551' }, 'invalid successor:successorUnknown'],
  [{ successor: 'Spécimen Épicerie' }, 'sole'],
  [{ successor: ' specimen epicerie ' }, 'sole'],
  [{ successor: 'Spécimen Épicerie', successorPlace: 'carouge' }, 'sole'],
  [{ successor: 'Spécimen Épicerie', successorPlace: '1204' }, 'invalid successor:successorNotFound'],
  [{ successor: 'Spécimen titulaire' }, 'invalid successor:successorIsHolder'],
  [{ successor: 'Spécimen Atelier' }, 'invalid successorPlace:successorSeveral'],
  [{ successor: 'Spécimen Atelier', successorPlace: '1212' }, 'there'],
  [{ successor: 'Spécimen Atelier', successorPlace: 'GENEVE' }, 'here'],
  [{ successor: 'Spécimen Atelier', successorPlace: '1204 Genève' }, 'here'],
  [{ successor: 'Spécimen inconnu' }, 'invalid successor:successorNotFound'],
];

describe('the organisation that takes a label over', () => {
  let service: TestService;
  const ids: Record<string, string> = {};
  before(async () => {
    service = await testService('named-successor');
    const owner = await service.person('owner');
    for (const [name, organisation] of Object.entries(registered))
      ids[name] = await registerSpecimen(service.deps, owner, organisation);
  });
  after(() => service.stop());

  for (const [named, expected] of table)
    it(`is found, or missed with a reason, by ${JSON.stringify(named)}`, async () => {
      let found: string | null = null;
      const refusal = await refusalOf(
        (async () => {
          found = await successorOf(service.deps, ids.holder ?? '', named);
        })(),
      );
      expect(refusal === 'taken' ? found : refusal).to.equal(
        expected === null ? null : (ids[expected] ?? expected),
      );
    });
});
