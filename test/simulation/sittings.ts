import { withdrawalItem } from '../../src/commands/committee/session/agendaItem.ts';
import type { Session } from '../../src/commands/items/decidingItems.ts';
import type { Application, Label } from '../../src/commands/items/items.ts';
import { presidingOn } from '../../src/workflow/session/sessionChair.ts';
import type { Known } from './known.ts';
import type { Draw } from './move.ts';
import { filesIn, heldLabels } from './targets.ts';

/** A file that an open session has not concluded, with the label that the committee is asked to withdraw, if that is what it is about. */
export interface Sitting {
  readonly session: Session;
  readonly file: Application;
  readonly label: Label | undefined;
  /** The id of the item of the agenda. */
  readonly item: string;
  /** Who is in the room and neither voted on it nor stepped out. */
  readonly silent: readonly string[];
  /** How many voted so. */
  readonly count: (choice: string) => number;
}

/** Files that wait for the committee: in deliberation, or of a label that is proposed to be withdrawn. */
export function waitingForCommittee(known: Known): readonly Pick<Sitting, 'file' | 'label'>[] {
  return [
    ...filesIn('deliberation')(known).map((file) => ({ file, label: undefined })),
    ...heldLabels(known)
      .filter(({ context }) => context.hearing?.about === 'withdrawal')
      .flatMap((label) => {
        const file = known.one('applications', label.context.applicationId);
        return file?.state === 'granted' ? { file, label } : [];
      }),
  ];
}

/** What lies before open sessions. */
export function onTable(known: Known): readonly Sitting[] {
  const open = known.all('committeeSessions').filter(({ state }) => state === 'open');
  return open.flatMap((session) =>
    waitingForCommittee(known)
      .filter(
        ({ file: { id } }) =>
          session.context.agenda.includes(id) &&
          !session.context.concluded.some((one) => one.applicationId === id),
      )
      .map((waiting) => ({
        ...waiting,
        item: waiting.label ? withdrawalItem(waiting.label) : waiting.file.id,
        session,
        silent: silentOn(session, waiting.file.id),
        count: (choice) => countOf(session, waiting.file.id, choice),
      })),
  );
}

/** Of that, what everyone in the room has voted on who may, and somebody chairs. */
export function votedOn(known: Known): readonly Sitting[] {
  return onTable(known).filter((sitting) => sitting.silent.length === 0 && isChaired(sitting));
}

/** Whether somebody chairs it: else someone has to take the chair first. */
export function isChaired({ session: { context }, file }: Sitting): boolean {
  return presidingOn(context, file.id) !== null;
}

/** Who chairs it, or somebody else in the room. */
export function chairOf({ session: { context }, file }: Sitting, draw: Draw): string {
  return presidingOn(context, file.id) ?? draw.one(context.attended);
}

function silentOn({ context }: Session, applicationId: string): readonly string[] {
  const done = [...context.votes, ...context.recusals].filter((one) => one.applicationId === applicationId);
  return context.present.filter((id) => !done.some(({ personId }) => personId === id));
}

function countOf({ context }: Session, applicationId: string, choice: string): number {
  return context.votes.filter((vote) => vote.applicationId === applicationId && vote.choice === choice)
    .length;
}
