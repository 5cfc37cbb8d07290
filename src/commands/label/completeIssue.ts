import { LabelError } from '../../errors.ts';
import type { IssuedFile } from '../../register/entry.ts';
import type { EventActor } from '../../workflow/events.ts';
import { asAsked, systemActor } from '../common/actor.ts';
import { endOfAppeal } from '../common/appealDay.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import { noteOn } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { labelFiles } from '../file/labelFiles.ts';
import type { Label, RevisionAsk } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { namesOf, unsaid } from '../transparency/unsaid.ts';
import { offersDigest, revisedFields, revisionEvent } from './askRevision.ts';
import { offersAsked } from './extendLabel.ts';
import { labelEntry } from './labelEntry.ts';
import { withWord } from './sanctions/sanction.ts';

/** Makes a label active once its files are stored: state, record and register row in one commit; done already, it does nothing. */
export async function completeIssue(
  deps: Deps,
  { number, files, logged, conformityLogged }: MadeFiles & { readonly number: string },
): Promise<void> {
  const label = requireVisible(await deps.store.label(number));
  if (label.state !== 'issuing') return;
  const from = await labelFiles(deps, label);
  const at = deps.clock.now().toISOString();
  const [certificate, entryReady] = [certificateOf(files), files.length > 0];
  const event = { type: 'issued', at, actor: systemActor, certificate, entryReady } as const;
  const change = applyToLabel(deps, label, event, {}, { files });
  const entry = { ...labelEntry(from, change.after, files, at), ...entriesOf({ logged, conformityLogged }) };
  await deps.store.commit([change], [{ kind: 'entry', entry }]);
}

/** Files of a certificate, and the entries of the public log that say what it says, and its conformity credential. */
export interface MadeFiles {
  readonly files: readonly IssuedFile[];
  readonly logged: number;
  readonly conformityLogged: number | null;
}

function entriesOf({ logged, conformityLogged }: Pick<MadeFiles, 'logged' | 'conformityLogged'>) {
  return { logged, ...(conformityLogged !== null && { conformityLogged }) };
}

/** A requested certificate and its files. */
interface Made extends MadeFiles {
  readonly label: Label;
  /** Id of the record that asks. */
  readonly asked: string;
  readonly actor: EventActor;
  readonly ask: RevisionAsk;
}

/**
 * Gives a label its new certificate, earlier files kept; one that cannot take it any more keeps what it has, and the journal says why. What
 * was entered in the public log and is not said any more, or was never to be, is erased there with it.
 */
export async function takeRevision(
  deps: Deps,
  { label, asked, actor, ask, files, logged, conformityLogged }: Made,
): Promise<void> {
  const from = await labelFiles(deps, label);
  const row = requireVisible(await deps.store.entry(label.id));
  const at = deps.clock.now().toISOString();
  const anew = revisedFields(label, ask, await offersAsked(deps, ask));
  const appealBy = endOfAppeal(deps, from[0].application, at);
  const made = { at, actor: asAsked(actor), certificate: certificateOf(files), appealBy };
  const event = revisionEvent(ask, made);
  const data = { asked, files, ...(anew.name && { name: anew.name }), ...offersDigest(anew) };
  try {
    const said = 'reason' in event ? withWord(label, event, { text: event.reason }) : {};
    const change = applyToLabel(deps, label, event, { ...anew, ...said }, data);
    const entry = {
      ...labelEntry(from, change.after, [...row.files, ...files], at),
      ...entriesOf({ logged, conformityLogged }),
    };
    await deps.store.commit(
      [change],
      [{ kind: 'entry', entry }, ...unsaid(label.id, namesOf(row), namesOf(entry))],
    );
  } catch (error) {
    if (!(error instanceof LabelError) || error.code !== 'refused') throw error;
    const dropped = { asked, reasons: error.reasons };
    const line = { at, actor, facts: ['label.revisionDropped'], data: dropped } as const;
    const { name = row.organisation.name, offers = label.offers } = anew;
    const entered = [name, ...offers.map((offer) => offer.name)];
    await deps.store.commit(
      [noteOn(deps, 'labels', label, line)],
      [...unsaid(label.id, entered, namesOf(row))],
    );
  }
}

/** Digest of the certificate among the files of one revision; empty when there is none. */
function certificateOf(files: readonly IssuedFile[]): string {
  return files.find(({ kind }) => kind === 'certificate')?.digest ?? '';
}
