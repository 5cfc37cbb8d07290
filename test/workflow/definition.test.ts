import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { digestOf } from '../../src/workflow/canonicalJson.ts';
import { definitionOf } from '../../src/workflow/definition.ts';
import { guardsOf, machines } from '../../src/workflow/machines.ts';
import { currentVersion } from '../../src/workflow/versions.ts';
import { machineNames } from './support/walk.ts';

const golden = new URL('../golden/machines.json', import.meta.url);

/** Every key and every string of a machine as it was written. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsOf(inner)]);
}

/** Kinds of value that a machine's states are made of. */
function kindsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [typeof value];
  return Object.values(value).flatMap(kindsIn);
}

for (const name of machineNames) {
  describe(`workflow/definition of ${name}`, () => {
    const { initial, states } = definitionOf(name);
    const transitions = Object.entries(states).flatMap(([state, { on }]) =>
      Object.entries(on).flatMap(([event, branches]) =>
        branches.map((branch) => ({ where: `${state} ${event}`, ...branch })),
      ),
    );

    it('uses no actors, delays, history or wildcards', () => {
      const config = machines[name].config.states;
      const forbidden = ['after', 'invoke', 'spawn', 'spawnChild', 'always', 'history', 'parallel', '*'];
      const lifecycle = ['onDone', 'entry', 'exit', 'reenter'];
      expect(wordsOf(config)).not.include.any.members([...forbidden, ...lifecycle]);
      expect(wordsOf(config).filter((word) => word.includes('*'))).empty;
      expect(new Set(kindsIn(config)), 'no function without a name').deep.equal(new Set(['string']));
    });

    it('is flat: a state has events or is final', () => {
      for (const [state, { type, on, ...rest }] of Object.entries(machines[name].config.states ?? {})) {
        expect(rest, state).deep.equal({});
        expect(type === 'final', state).equal(on === undefined);
      }
      expect(states).have.property(initial);
    });

    it('gives each transition one guard that exists, and uses every guard', () => {
      const used = transitions.map(({ guard }) => guard);
      expect(used.every((guard) => typeof guard === 'string')).equal(true);
      expect([...new Set(used)].sort()).deep.equal(Object.keys(guardsOf(name)).sort());
    });

    it('targets its own states only, with existing actions', () => {
      const { actions } = machines[name].implementations;
      for (const { where, target, actions: named } of transitions) {
        expect(Object.keys(states), where).include(target ?? where.split(' ')[0]);
        expect(Object.keys(actions), where).include.members([...named]);
      }
    });

    it('records at least one fact of its kind with every transition', () => {
      for (const { where, facts } of transitions) {
        expect(facts, where).not.empty;
        expect(facts.every((fact) => fact.startsWith(`${name}.`))).equal(true);
      }
    });

    it('equals the machine of its version; a change needs a new version', () => {
      const pinned: Record<string, Record<string, string>> = JSON.parse(readFileSync(golden, 'utf8'));
      expect(digestOf(definitionOf(name))).equal(pinned[name]?.[currentVersion[name]]);
    });
  });
}
