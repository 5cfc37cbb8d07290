import { invalid } from '../../../errors.ts';
import { addWorkingDays } from '../../../register/calendar.ts';
import { type Day, dayOf, endOfDay } from '../../../register/day.ts';
import { actorOn } from '../../common/actor.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Label, LabelWord } from '../../items/items.ts';
import type { Asker, ChangeOf, Deps } from '../../ports/ports.ts';
import { labelRow } from '../labelEntry.ts';

/** Which label a command is about, and the revision that the person read. */
export type LabelInput = ItemInput<'number'>;

/** The label as the person read it, the file that opened it, and who acts now with their parts on that file. */
export async function labelFile(deps: Deps, asker: Asker, { number, revision }: LabelInput) {
  const label = requireRevision(requireVisible(await deps.store.label(number)), revision);
  const file = requireVisible(await deps.store.application(label.context.applicationId));
  const eventMeta = { at: deps.clock.now().toISOString(), actor: await actorOn(deps, asker, file) };
  return { label, file, eventMeta };
}

/** What is kept on a label of what was said with an event, after what was said before. */
export function withWord(
  { words = [] }: Label,
  { type: step, at }: { readonly type: LabelWord['step']; readonly at: string },
  said: Omit<LabelWord, 'step' | 'at'>,
): Pick<Label, 'words'> {
  return { words: [...words, { step, at, ...said }] };
}

/** Commits a change of a label with its row of the register, in one transaction. */
export async function commitLabel(deps: Deps, change: ChangeOf<'labels'>): Promise<void> {
  const row = await labelRow(deps, change.after, change.record.at);
  await deps.store.commit([change], row);
}

/** The instant until which a holder can be heard, from today on. */
export function endOfHearing({ procedure }: Pick<Deps, 'procedure'>, at: string): string {
  return endOfDay(addWorkingDays(dayOf(at), procedure.sanctions.hearingDays));
}

/** The end of a day that a person chose, which is not over yet. */
export function endOfChosenDay(day: Day, at: string, field = 'until'): string {
  if (day < dayOf(at)) throw invalid(field, 'dayPast');
  return endOfDay(day);
}
