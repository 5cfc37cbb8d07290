import type { Session } from '../../../src/commands/items/decidingItems.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import type { Html } from '../../html.ts';

/** What a session is called: its day and time. */
export function sessionTitle({ t, time }: Frame, { context }: Session): string {
  return t('sessions.at', { time: time(context.plannedFor) });
}

/** Sun where something is asked of someone, leaf where all is done. */
const tones: Partial<Record<Session['state'], 'sun' | 'leaf'>> = {
  open: 'sun',
  closed: 'sun',
  minutesApproved: 'leaf',
};

/** The state of a session; `quiet` is the ground of one of which nothing is asked. */
export function sessionPill({ t }: Frame, { state }: Session, quiet: '' | 'lake'): Html {
  return pill({ tone: tones[state] ?? quiet, text: t(`states.session.${state}`) });
}
