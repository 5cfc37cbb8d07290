import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { definitionOf } from '../../src/workflow/definition.ts';
import { guardsOf } from '../../src/workflow/machines.ts';
import type { SessionContext } from '../../src/workflow/stored.ts';
import type { AppealContext } from '../../src/workflow/storedAppeal.ts';
import type { MachineName } from '../../src/workflow/versions.ts';
import { type AnyStored, stepOf, walkOf } from './support/walk.ts';

const design = readFileSync(new URL('../../docs/design/workflow.md', import.meta.url), 'utf8');
const [, section = ''] = design.split('\n## Acts of a group\n');
const [table = ''] = section.split('\n## ');
const acts = table
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [, names = '', needs = ''] = line.split('|').map((cell) => cell.trim());
    return [...names.matchAll(/`(\w+)\.(\w+)`/g)].map(([, machine, event]) => ({
      machine: machine as MachineName,
      event: event ?? '',
      needs,
    }));
  });

/** Acts of a session on a file or a label. */
const ofSessions = [
  'application.decide',
  'application.defer',
  'label.withdrawLabel',
  'label.keepLabel',
  'label.deferWithdrawal',
];
/** What may become true by one member where the group decides: that it is asked for, or one signature of several. */
const byOne = [
  'appeal.inadmissibilityProposed',
  'appeal.stayAsked',
  'appeal.stayLiftAsked',
  'session.minutesSigned',
];

describe('an act of a group', () => {
  it('stands in the table of the design once, with how many it needs', () => {
    const all = (['session', 'appeal'] as const).flatMap((name) =>
      Object.values(definitionOf(name).states).flatMap(({ on }) =>
        Object.keys(on).map((event) => `${name}.${event}`),
      ),
    );
    expect(acts.map(({ machine, event }) => `${machine}.${event}`).sort()).to.deep.equal(
      [...new Set([...all, ...ofSessions])].sort(),
    );
    for (const { event, needs } of acts) expect(['each', 'one', 'two', 'majority'], event).to.include(needs);
  });

  for (const { machine, event, needs } of acts) {
    if (needs !== 'two' && needs !== 'majority') continue;
    it(`needs ${needs}, not one person: ${machine}.${event}`, () => {
      if (machine === 'application' || machine === 'label') {
        const guards = Object.values(definitionOf(machine).states).flatMap(({ on }) => on[event] ?? []);
        expect(guards).not.empty;
        for (const { guard } of guards) {
          const codes = guardsOf(machine)[guard]?.checks.map(({ code }) => code);
          expect(codes, guard).to.include.members(['quorumOfUnrecused', 'votesRecorded']);
        }
        return;
      }
      const cases = walkOf(machine).taken.filter((one) => one.event.type === event);
      expect(cases).not.empty;
      for (const { from, event: sent } of cases) {
        const result = stepOf(machine, alone(from), sent);
        const told = `${from.state} ${JSON.stringify(sent)}`;
        expect(result.taken ? result.facts.filter((fact) => !byOne.includes(fact)) : [], told).to.deep.equal(
          [],
        );
      }
    });
  }
});

/** The same before anybody else said anything. */
function alone(stored: AnyStored): AnyStored {
  const nobody: Partial<AppealContext & SessionContext> = { asked: [], votes: [], signedBy: [] };
  return { ...stored, context: { ...stored.context, ...nobody } } as AnyStored;
}
