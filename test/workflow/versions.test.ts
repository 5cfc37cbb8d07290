import { expect } from 'chai';
import { currentVersion, migrate } from '../../src/workflow/versions.ts';
import { starts } from './support/starts.ts';
import { machineNames, stepOf } from './support/walk.ts';

describe('workflow/versions', () => {
  for (const name of machineNames) {
    it(`reads what today's ${name} wrote unchanged`, () => {
      const stored = { ...starts[name], machineVersion: currentVersion[name] };
      expect(migrate(name, stored)).equal(stored);
    });

    it(`refuses to guess what a later version of ${name} wrote`, () => {
      const stored = { ...starts[name], machineVersion: currentVersion[name] + 1 };
      const told = `${name} was stored by version ${currentVersion[name] + 1} of its machine`;
      expect(() => stepOf(name, stored, { type: 'withdraw' })).throw(told);
    });
  }
});
