import type { IssuedFile } from '../../register/entry.ts';
import { systemActor } from '../common/actor.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { frozenFile } from '../file/frozenFile.ts';
import type { Deps } from '../ports/ports.ts';
import { certificateOf } from './certificateOf.ts';
import { labelEntry } from './labelEntry.ts';

/**
 * Makes a label active once its files are stored: state, record and register row in one commit, so that page, JSON and
 * badge change together. Done already, it does nothing.
 */
export async function completeIssue(
  deps: Deps,
  input: { readonly number: string; readonly files: readonly IssuedFile[] },
): Promise<void> {
  const label = requireVisible(await deps.store.label(input.number));
  if (label.state !== 'issuing') return;
  const file = await frozenFile(deps, label.context.applicationId);
  const at = deps.clock.now().toISOString();
  const change = applyToLabel(
    label,
    {
      type: 'issued',
      at,
      actor: systemActor,
      certificate: certificateOf(input.files),
      entryReady: input.files.length > 0,
    },
    { id: deps.ids.next(), data: { files: input.files } },
  );
  const entry = labelEntry(file, change.after, input.files, at);
  await deps.store.commit({ changes: [change], parts: [{ kind: 'entry', entry }] });
}
