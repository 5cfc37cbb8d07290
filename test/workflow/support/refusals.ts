import { expect } from 'chai';
import type { Role, WorkflowEvent } from '../../../src/workflow/events.ts';
import { guardsOf, type Machines } from '../../../src/workflow/machines.ts';
import type { MachineName } from '../../../src/workflow/versions.ts';
import { type AnyStored, guardTaken, spread, stepOf, walkOf } from './walk.ts';

/** One change of an accepted case, in its event or in the context that the event meets. */
export interface Spoiled<M extends MachineName> {
  readonly event?: object;
  readonly context?: Partial<Machines[M]['stored']['context']>;
}

/** The ways to make one check fail and no other, from a case that all checks let through. */
export type Spoil<M extends MachineName> = (
  event: Machines[M]['event'],
  context: Machines[M]['stored']['context'],
) => readonly Spoiled<M>[];

/** What the design says of a machine's guards: their checks, who may act, and how each other check is made to fail. */
export interface Refusals<M extends MachineName> {
  /** Codes of the checks of each guard, in order. */
  readonly checks: Readonly<Record<string, string>>;
  /** Roles that let a check of roles through; every other role does not. */
  readonly roles: Readonly<Record<string, readonly Role[]>>;
  readonly spoils: Readonly<Record<string, Spoil<M>>>;
}

const everyRole: readonly Role[] = [
  'owner',
  'editor',
  'reader',
  'adviser',
  'reviewer',
  'officer',
  'committee',
  'chair',
  'administrator',
  'system',
];

/** One test a guard, that its checks are those of the design, and one a check, that it alone refuses. */
export function testRefusals<M extends MachineName>(name: M, { checks, roles, spoils }: Refusals<M>): void {
  describe(`workflow/guards of ${name}`, () => {
    it('are those of the design', () => {
      const codes = Object.entries(guardsOf(name)).map(([guard, { checks: held }]) => [
        guard,
        held.map(({ code }) => code).join(' '),
      ]);
      expect(Object.fromEntries(codes)).deep.equal(checks);
    });

    for (const [guard, codes] of Object.entries(checks)) {
      const cases = spread(walkOf(name).taken.filter((taken) => taken.guard === guard));
      for (const code of codes.split(' ')) {
        it(`${guard} refuses by ${code} alone`, () => {
          expect(cases).not.empty;
          for (const { from, event } of cases) {
            const allowed = roles[code];
            const ways = allowed
              ? everyRole
                  .filter((role) => !allowed.includes(role))
                  .map((role) => ({ event: as(event, [role]) }))
              : (spoils[code]?.(event, from.context) ?? []);
            expect(ways, `no row for ${code}`).not.empty;
            for (const spoiled of ways) {
              const { stored, sent } = apply(from, event, spoiled);
              const result = stepOf(name, stored, sent);
              const told = `${from.state} ${event.type} ${JSON.stringify(spoiled)}`;
              expect(result, told).deep.equal({ taken: false, reasons: [code] });
            }
          }
        });

        if (roles[code]) {
          it(`${guard} lets each role of ${code} through`, () => {
            for (const { from, event } of cases) {
              for (const role of roles[code] ?? []) {
                expect(guardTaken(name, from, { ...event, ...as(event, [role]) })).equal(guard);
              }
            }
          });
        }
      }
    }
  });
}

function as({ actor }: WorkflowEvent, held: readonly Role[]) {
  return { actor: { ...actor, roles: held } };
}

function apply(from: AnyStored, event: WorkflowEvent, spoiled: { event?: object; context?: object }) {
  return {
    stored: { ...from, context: { ...from.context, ...spoiled.context } } as AnyStored,
    sent: { ...event, ...spoiled.event },
  };
}
