// Budget: 21 s.
import { expect } from 'chai';
import fc from 'fast-check';
import { eventsOf } from '../../src/workflow/step.ts';
import { deepFreeze } from './support/deepFreeze.ts';
import { type AnyStored, machineNames, spread, stepOf, walkOf } from './support/walk.ts';

type Path = readonly string[];

/** Ways to every value inside, objects and lists included. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

/** A copy with another value at the end of a path; undefined leaves it out. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, by));
  const copy: Record<string, unknown> = { ...(value as object) };
  copy[key] = replaced(copy[key], rest, by);
  if (copy[key] === undefined) delete copy[key];
  return copy;
}

const wrong = [undefined, null, Number.NaN, -0.5, true, 'x', {}, [], [null], Symbol('x'), () => {}];

for (const name of machineNames) {
  describe(`workflow/step of ${name}`, () => {
    const { visited, taken } = walkOf(name);

    it('neither changes nor throws on frozen input', () => {
      for (const { from, event } of taken) {
        const before = JSON.stringify([from, event]);
        expect(stepOf(name, deepFreeze(from), deepFreeze(event)).taken).equal(true);
        expect(JSON.stringify([from, event])).equal(before);
      }
    });

    it('keeps a context that survives JSON, with the same keys', () => {
      for (const { from, to } of taken) {
        expect(JSON.parse(JSON.stringify(to))).deep.equal(to);
        expect(Object.keys(to.context).sort()).deep.equal(Object.keys(from.context).sort());
      }
    });

    it('keeps nothing of an event that its type does not have', () => {
      for (const { from, event, to } of taken) {
        const sent = replaced(event, ['intruder'], { deep: 1 });
        const result = stepOf(name, from, sent);
        expect(result.taken && result.next).deep.equal(to);
      }
    });

    it('refuses an event with a missing part', () => {
      for (const { from, event } of spread(taken)) {
        const listed = (path: Path) => /^\d+$/.test(path.at(-1) ?? '');
        for (const path of pathsIn(event).filter((p) => p.length > 0 && !listed(p))) {
          const result = stepOf(name, from, replaced(event, path, undefined));
          const reason = path[0] === 'type' ? 'wrongState' : 'wellFormed';
          const told = `${from.state} ${event.type} without ${path.join('.')}`;
          expect(result, told).deep.equal({ taken: false, reasons: [reason] });
        }
      }
    });

    it('refuses, or reads as intended, an event with a part of another type', () => {
      for (const { from, event } of spread(taken)) {
        for (const path of pathsIn(event)) {
          for (const by of wrong) {
            const result = stepOf(name, from, replaced(event, path, by));
            if (result.taken) expect(JSON.parse(JSON.stringify(result.next))).deep.equal(result.next);
            else expect(result.reasons, `${event.type} ${path.join('.')}`).not.empty;
          }
        }
      }
    });

    it('never throws, for any input', () => {
      const types = [...new Set(taken.map(({ event }) => event.type)), '__proto__', '*', 'xstate.init', ''];
      const sent = fc.oneof(
        fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true }),
        fc
          .tuple(fc.constantFrom(...types), fc.dictionary(fc.string(), fc.anything()))
          .map(([type, rest]) => ({ ...rest, type })),
        fc.tuple(fc.constantFrom(...taken), fc.nat(), fc.anything()).map(([{ event }, n, by]) => {
          const paths = pathsIn(event);
          return replaced(event, paths[n % paths.length] ?? [], by);
        }),
      );
      fc.assert(
        fc.property(fc.constantFrom(...visited), sent, (stored, event) => {
          const result = stepOf(name, stored, event);
          if (!result.taken) expect(result.reasons).not.empty;
        }),
        { numRuns: 2000 },
      );
    });
  });
}

describe('workflow/step', () => {
  it('returns the events of a state, none for a final or unknown state', () => {
    expect(eventsOf('review', 'invited')).deep.equal([
      'accept',
      'decline',
      'deadlinePassed',
      'conflictFound',
      'release',
      'fileClosed',
    ]);
    expect(eventsOf('review', 'declined')).empty;
    expect(eventsOf('review', 'toString')).empty;
  });

  it('returns wrongState for an unknown stored state', () => {
    const stored = { machineVersion: 3, state: 'nowhere', context: {} } as unknown as AnyStored;
    const result = stepOf('label', stored, { type: 'terminate' });
    expect(result).deep.equal({ taken: false, reasons: ['wrongState'] });
  });
});
