import type { Entry, IssuedFile } from '../../register/entry.ts';
import { systemActor } from '../common/actor.ts';
import { noteBeside } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import { frozenFile } from '../file/frozenFile.ts';
import type { Deps } from '../ports/ports.ts';
import { revisionPaper } from './certificatePaper.ts';
import { conformityFile } from './conformityFile.ts';
import { registerKeys } from './keys.ts';

/** Entries that are read at once. */
const limit = 100;

/**
 * Makes the conformity credential of every label that holds and has none with its newest revision: it was issued before there were
 * any, or before there was a key for tokens. Gives how many were made; without such a key none, and done already, none.
 */
export async function addConformity(deps: Deps): Promise<number> {
  let [made, last] = [0, ''];
  for (let isReady = false; ; ) {
    const entries = await deps.store.entriesAfter(last, limit);
    const lacking = entries.filter(lacksOne);
    // Keys are asked for only where there is something to sign.
    isReady ||= lacking.length > 0 && (await hasKey(deps));
    if (lacking.length > 0 && !isReady) return made;
    for (const entry of lacking) {
      // Another commit came first: it is looked at again with the next turn.
      if (await isDoneUnless(['stale'], () => addTo(deps, entry))) made += 1;
    }
    if (entries.length < limit) return made;
    last = entries.at(-1)?.number ?? '';
  }
}

/** Whether there is a key for tokens; it is published then. */
async function hasKey(deps: Deps): Promise<boolean> {
  if (!(await deps.issuing.keys()).token) return false;
  await registerKeys(deps);
  return true;
}

/** One whose files are being made anew gets one with them. */
function lacksOne({ state, files, revision, printedStanding }: Entry): boolean {
  const holds = state === 'active' || state === 'extended';
  const has = (kind: IssuedFile['kind']) =>
    files.some((file) => file.kind === kind && file.revision === revision);
  return holds && printedStanding === undefined && has('certificate') && !has('conformity');
}

async function addTo(deps: Deps, entry: Entry): Promise<void> {
  const { store, files, clock, publicUrl } = deps;
  const { number, revision } = entry;
  const label = requireVisible(await store.label(number));
  const status = requireVisible((await store.statusMarks(number)).find((mark) => mark.revision === revision));
  const certificate = requireVisible(
    entry.files.find((file) => file.kind === 'certificate' && file.revision === revision),
  );
  const file = await frozenFile(deps, label.context.applicationId);
  const at = clock.now().toISOString();
  const issued = { ...label, context: { ...label.context, revision: revision - 1 } };
  const paper = revisionPaper(file, issued, { publicUrl, at, status });
  const { file: made, conformityLogged } = await conformityFile(deps, paper, certificate.digest);
  const { kind, bytes, contentType } = made;
  const added = { kind, revision, digest: await files.save(bytes, contentType), size: bytes.length };
  const line = { at, actor: systemActor, facts: ['label.conformityAdded'], data: { file: added } } as const;
  await store.commit(
    [noteBeside(deps, 'labels', label, line)],
    [{ kind: 'entry', entry: { ...entry, conformityLogged, files: [...entry.files, added], changedAt: at } }],
  );
}
