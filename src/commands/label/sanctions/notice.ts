import { speaksFor } from '../../../policies/organisation.ts';
import type { Day } from '../../../register/day.ts';
import { dayOf } from '../../../register/day.ts';
import { proceedingsOn } from '../../../workflow/label/proceedings.ts';
import type { EventMeta } from '../../common/actor.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { isTaken } from '../../common/dryRun.ts';
import { namedIn } from '../../file/namedFiles.ts';
import type { Label } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type HolderInput, ownLabel } from './ownLabel.ts';
import { objectToNotice } from './recordedNotice.ts';
import { commitLabel, endOfChosenDay, type LabelInput, labelFile, withWord } from './sanction.ts';

/** The holder gives the last day on which their label is to hold; until then they can take it back. */
export async function giveNotice(
  deps: Deps,
  asker: Asker,
  input: LabelInput & { readonly on: Day; readonly reason: string },
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { on, reason } = input;
  endOfChosenDay(on, eventMeta.at, 'on');
  const event = { type: 'giveNotice', ...eventMeta, on } as const;
  const said = withWord(label, event, { text: reason, until: on });
  await commitLabel(deps, applyToLabel(deps, label, event, said));
}

/** The holder keeps their label after all. */
export async function takeBackNotice(deps: Deps, asker: Asker, input: LabelInput): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const event = { type: 'takeBackNotice', ...eventMeta } as const;
  await commitLabel(deps, applyToLabel(deps, label, event, withWord(label, event, { text: '' })));
}

/** Ends a label once the day is over that its holder gave. */
export async function endOnNotice(deps: Deps, label: Label, eventMeta: EventMeta): Promise<void> {
  const event = { type: 'noticeEnded', ...eventMeta } as const;
  await commitLabel(deps, applyToLabel(deps, label, event, withWord(label, event, { text: '' })));
}

export type OwnNotice = Awaited<ReturnType<typeof viewNotice>>;

/** Whether and when a label ends by the wish of its holder, for its people. */
export async function viewNotice(deps: Deps, asker: Asker, input: HolderInput) {
  const { label, entry } = await ownLabel(deps, asker, input);
  const { id: number, revision, context } = label;
  const at = { number, revision };
  const on = dayOf(deps.clock.now().toISOString());
  return {
    label,
    entry,
    endsOn: context.endsOn,
    /** An officer recorded it for them; ends nothing before it is confirmed. */
    notice: context.notice,
    /** What proceedings are about that an end by their wish would conclude. */
    contested: proceedingsOn(label),
    words: label.words ?? [],
    files: namedIn(label, await deps.store.evidenceOf(context.applicationId)),
    maySpeak: speaksFor(asker, input.organisationId),
    may: {
      give: await isTaken(deps, (dry) => giveNotice(dry, asker, { ...at, on, reason: '' })),
      takeBack: await isTaken(deps, (dry) => takeBackNotice(dry, asker, at)),
      object: await isTaken(deps, (dry) => objectToNotice(dry, asker, { ...at, reason: '' })),
    },
  };
}
