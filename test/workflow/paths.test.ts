// Budget: 9 s.
import { expect } from 'chai';
import { definitionOf } from '../../src/workflow/definition.ts';
import { eventsOf } from '../../src/workflow/step.ts';
import { eventsFor, machineNames, stepOf, walkOf } from './support/walk.ts';

for (const name of machineNames) {
  describe(`workflow/paths of ${name}`, () => {
    const { states } = definitionOf(name);
    const { visited, taken, placed } = walkOf(name);
    const isFinal = (state: string) => states[state]?.final === true;

    it('reaches every state, the final ones included', () => {
      expect(visited.map(({ state }) => state)).to.include.members(Object.keys(states));
    });

    it('takes every branch of every transition', () => {
      const drawn = Object.entries(states).flatMap(([state, { on }]) =>
        Object.entries(on).flatMap(([event, branches]) =>
          branches.map(({ guard, target }) => `${state} ${event} ${guard} ${target ?? state}`),
        ),
      );
      const walked = taken.map(
        ({ from, event, guard, to }) => `${from.state} ${event.type} ${guard} ${to.state}`,
      );
      expect([...new Set(walked)].sort()).deep.equal(drawn.sort());
    });

    it('has no dead end: from each state a final state can be reached', () => {
      const edges = taken.map(({ from, to }) => [from.state, to.state] as const);
      const ending = new Set(Object.keys(states).filter(isFinal));
      for (const _ of Object.keys(states)) {
        for (const [from, to] of edges) if (ending.has(to)) ending.add(from);
      }
      const leaving = new Set(
        taken.filter(({ from, to }) => from.state !== to.state).map(({ from }) => from),
      );
      // A place may first go on within its state, as a session does until its agenda is dealt with.
      for (let known = 0; known < leaving.size; ) {
        known = leaving.size;
        for (const { from, to } of taken) if (leaving.has(placed(to))) leaving.add(from);
      }
      for (const place of visited.filter(({ state }) => !isFinal(state))) {
        expect(leaving.has(place), `${place.state} ${JSON.stringify(place.context)}`).equal(true);
      }
      expect([...ending].sort()).deep.equal(Object.keys(states).sort());
    });

    it('refuses every event in a final state', () => {
      for (const place of visited.filter(({ state }) => isFinal(state))) {
        for (const event of eventsFor(name, place)) {
          expect(stepOf(name, place, event)).deep.equal({ taken: false, reasons: ['wrongState'] });
        }
      }
    });

    it('returns wrongState for every event that a state does not handle, and for no other', () => {
      for (const place of visited) {
        for (const event of eventsFor(name, place)) {
          const result = stepOf(name, place, event);
          const wrong = !result.taken && result.reasons.includes('wrongState');
          expect(wrong, `${place.state} ${event.type}`).equal(
            !eventsOf(name, place.state).includes(event.type),
          );
        }
      }
    });

    it('records the facts of the machine', () => {
      for (const { from, event, guard, facts } of taken) {
        const branches = states[from.state]?.on[event.type] ?? [];
        expect(facts).deep.equal(branches.find((branch) => branch.guard === guard)?.facts);
      }
    });
  });
}
