import { LabelError, refuseFor } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { MinutesText } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { minutesFor } from './minutesFile.ts';
import { minutesOf } from './minutesOf.ts';
import { type SessionInput, sessionInProgress } from './sessionInProgress.ts';

/** An officer hands the chair a draft of what the minutes do not say by themselves, on the session and on files they may know of. */
export async function draftMinutes(deps: Deps, asker: Asker, input: SessionInput & MinutesText) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const { remarks, additions } = input;
  refuseFor({
    wrongState: session.state !== 'closed',
    remarksGiven: remarks === '' && additions.length === 0,
  });
  const files = await deps.store.applications(session.context.agenda);
  for (const { applicationId } of additions) requireVisible(files.find(({ id }) => id === applicationId));
  const line = { ...eventMeta, facts: ['session.minutesDrafted'] } as const;
  const minutesDraft = { remarks, additions, by: asker.id, at: eventMeta.at };
  await deps.store.commit([
    { ...noteOn(deps, 'committeeSessions', session, line), after: { ...session, minutesDraft } },
  ]);
}

/** The chair adds what the minutes lack, on the session and on files whose minutes they read; whoever approved them approves again. */
export async function reviseMinutes(
  deps: Deps,
  asker: Asker,
  input: SessionInput & Pick<MinutesText, 'remarks'> & Partial<MinutesText>,
) {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const { remarks, additions = [] } = input;
  if (additions.length > 0) {
    const files = await deps.store.applications(session.context.agenda);
    const { files: concluded } = await minutesOf(deps, session);
    const read = minutesFor(asker, session, concluded, files);
    for (const one of additions)
      requireVisible(read.find(({ applicationId }) => applicationId === one.applicationId));
  }
  const event = { ...eventMeta, type: 'reviseMinutes', remarks: recordedText(input) } as const;
  const also = {
    remarks: [...session.remarks, ...(remarks === '' ? [] : [remarks])],
    ...(additions.length > 0 && { additions: [...(session.additions ?? []), ...additions] }),
    ...(session.minutesDraft && { minutesDraft: null }),
    signatures: [],
  };
  await deps.store.commit([applyToSession(deps, session, event, also)]);
}

/** What was added, as the journal keeps it: of files the digest alone, since not everybody who reads the line may know of them. */
function recordedText({ remarks, additions = [] }: Partial<MinutesText>): string {
  const ofFiles = additions.length > 0 ? digestOf({ additions }) : '';
  return [remarks, ofFiles].filter(Boolean).join('\n');
}
