import type { Complaint } from '../../../src/commands/items/complaint.ts';
import type { Condition } from '../../../src/commands/items/condition.ts';
import type { Appeal } from '../../../src/commands/items/decidingItems.ts';
import type { Label } from '../../../src/commands/items/items.ts';
import type { NoticeOfChange } from '../../../src/commands/items/noticeOfChange.ts';
import type { Surveillance } from '../../../src/commands/items/surveillance.ts';
import type { Asker, Deps } from '../../../src/commands/ports/ports.ts';
import type { LabelWorld } from '../labelWorld.ts';
import { suspension } from '../samples/suspension.ts';

/** Items of a label's life as a command finds them. */
export interface Found {
  readonly label: Label;
  readonly condition: Condition;
  readonly surveillance: Surveillance;
  readonly change: NoticeOfChange;
  readonly complaint: Complaint;
  readonly appeal: Appeal;
}

/** A command of a label's life: what it needs to find, and how somebody gives it. */
interface LabelCommand {
  /** Changed items; everything else stands as it does. */
  readonly finds: (found: Found, me: string) => Partial<Found>;
  readonly give: (deps: Deps, me: Asker, found: Found, world: LabelWorld) => Promise<unknown>;
}

export const reason = 'Spécimen : nous avons lu ce qui est au dossier, et voici pourquoi.';
export const grounds = { code: suspension.code, reason, todo: suspension.todo } as const;
export const far = '2028-01-31';
export const later = '2028-02-28';
export const farInstant = '2028-01-31T22:59:59.999Z';

/** The label in a state, with nothing under way but what is named. */
export const label =
  (state: Label['state'], context: Partial<Label['context']> = {}) =>
  ({ label: known }: Found): Partial<Found> => {
    const clear = { hearing: null, stayed: null, endsOn: null, dueAt: null, appealable: [] } as const;
    return { label: { ...known, state, context: { ...known.context, ...clear, ...context } } };
  };
export const hearing = (about: 'suspension' | 'withdrawal', answered = true) =>
  ({ hearing: { about, code: 'misuse', dueAt: farInstant, answered } }) as const;
export const condition =
  (state: Condition['state']) =>
  (found: Found): Partial<Found> => ({ ...label('active')(found), condition: { ...found.condition, state } });
export const surveillance =
  (state: Surveillance['state'], task: Surveillance['context']['task'] = 'declaration') =>
  ({ surveillance: known }: Found): Partial<Found> => ({
    surveillance: { ...known, state, context: { ...known.context, task, findings: 0 } },
  });
export const change =
  (state: NoticeOfChange['state']) =>
  ({ change: known }: Found): Partial<Found> => ({ change: { ...known, state } });
export const complaint =
  (context: Partial<Complaint['context']>) =>
  ({ complaint: known }: Found): Partial<Found> => ({
    complaint: { ...known, state: 'inquiry', context: { ...known.context, ...context } },
  });
export const appeal =
  (state: Appeal['state'], context: Partial<Appeal['context']> = {}) =>
  ({ appeal: known }: Found, me: string): Partial<Found> => {
    const panel = [me, 'OTHER', 'THIRD'];
    return { appeal: { ...known, state, context: { ...known.context, panel, ...context } } };
  };
/** Recorded by somebody else, and not confirmed. */
export const notice = { on: far, by: 'OTHER', confirmed: false };
export const asIs = (): Partial<Found> => ({});
export const at = ({ label: { id: number, revision } }: Found) => ({ number, revision });
export const conditionAt = ({ condition: { id, revision } }: Found) => ({ conditionId: id, revision });
export const appealAt = ({ appeal: { id, revision } }: Found) => ({ appealId: id, revision });
export const seen = { kind: 'visit', on: '2027-09-30', people: 'Une boulangère', notes: reason } as const;
export const surveillanceAt = ({ surveillance: { id, revision } }: Found) => ({
  surveillanceId: id,
  revision,
});

/** Commands of some people, by their names. */
export type Commands = Readonly<Record<string, LabelCommand>>;
