import type { Label } from '../../items/items.ts';

/** Whether the holder of a label answered what is heard, or their time to do so is over. */
export function isHeard({ context: { hearing } }: Pick<Label, 'context'>, at: string): boolean {
  return hearing !== null && (hearing.answered || at >= hearing.dueAt);
}
