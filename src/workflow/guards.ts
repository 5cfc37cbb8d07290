import type { Role } from './events.ts';

/** A named condition that must hold; its code is the reason given when it does not (`reasons.<code>` in the locales). */
export interface Check<Context, Event> {
  readonly code: string;
  readonly holds: (context: Context, event: Event) => boolean;
}

/** A guard of one transition: all its checks hold, and the branch condition if there is one. */
export interface Guard<Context, Event> {
  (args: { context: Context; event: Event }): boolean;
  readonly checks: readonly Check<Context, Event>[];
}

type Condition<Context, Event> = (context: Context, event: Event) => boolean;

interface Acted {
  readonly type: string;
  readonly actor: { readonly roles: readonly Role[] };
}

const memberRoles: readonly Role[] = ['owner', 'editor', 'reader', 'adviser'];

/** Whether somebody wrote something. */
export function isText(value: string): boolean {
  return value.trim().length > 0;
}

/** The ways to name a check for one machine. Checks are total: a missing payload or an invalid date is a "no", never an exception. */
export function checksFor<Context, Event extends Acted>() {
  const check = (
    code: string,
    holds: (event: Event, context: Context) => boolean,
  ): Check<Context, Event> => ({
    code,
    holds: (context, event) => {
      try {
        return holds(event, context);
      } catch (error) {
        if (error instanceof TypeError || error instanceof RangeError) return false;
        throw error;
      }
    },
  });
  return {
    /** Of every event. */
    check,
    /** Of one type of event; another type is a "no". */
    on: <Type extends Event['type']>(
      type: Type,
      code: string,
      holds: (event: Extract<Event, { type: Type }>, context: Context) => boolean,
    ) => check(code, (event, c) => event.type === type && holds(event as Extract<Event, { type: Type }>, c)),
    /** Of an event that must say why. */
    reasonGiven: check(
      'reasonGiven',
      (event) => 'reason' in event && typeof event.reason === 'string' && isText(event.reason),
    ),
    /** Whoever belongs to the applicant's organisation plays no other part in its file, whatever role they hold beside. */
    notOfTheOrganisation: check('notOfTheOrganisation', ({ actor }) => {
      const inside = actor.roles.filter((held) => memberRoles.includes(held));
      return inside.length === 0 || inside.length === actor.roles.length;
    }),
    /** Of whoever acts: one of the roles towards this item. */
    role: (code: string, ...roles: Role[]) =>
      check(code, (event) => event.actor.roles.some((held) => roles.includes(held))),
  };
}

/** A guard that asks for every check. */
export function all<Context, Event>(...checks: Check<Context, Event>[]): Guard<Context, Event> {
  return guardOf(checks, () => true);
}

/** The same checks, for one branch of a transition only. A branch that is not taken gives no reason. */
export function branch<Context, Event>(
  guard: Guard<Context, Event>,
  condition: Condition<Context, Event>,
): Guard<Context, Event> {
  return guardOf(guard.checks, condition);
}

function guardOf<Context, Event>(
  checks: readonly Check<Context, Event>[],
  condition: Condition<Context, Event>,
): Guard<Context, Event> {
  const guard = ({ context, event }: { context: Context; event: Event }): boolean =>
    checks.every((check) => check.holds(context, event)) && condition(context, event);
  return Object.assign(guard, { checks });
}
