import { LabelError } from '../../errors.ts';
import type { IssuedFile } from '../../register/entry.ts';
import type { EventActor } from '../../workflow/events.ts';
import { asAsked, systemActor } from '../common/actor.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { frozenFile } from '../file/frozenFile.ts';
import type { Label, RevisionAsk } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { offersSaid, revisionEvent, saidAnew } from './askRevision.ts';
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

/** A requested certificate and its files. */
interface Made {
  readonly label: Label;
  /** Id of the record that asks. */
  readonly asked: string;
  readonly actor: EventActor;
  readonly ask: RevisionAsk;
  readonly files: readonly IssuedFile[];
}

/**
 * Gives a label its new certificate: state, record and register row in one commit, the files before it kept. A label that
 * cannot take it any more keeps what it has, and the journal says why.
 */
export async function takeRevision(deps: Deps, { label, asked, actor, ask, files }: Made): Promise<void> {
  const file = await frozenFile(deps, label.context.applicationId);
  const row = requireVisible(await deps.store.entry(label.id));
  const at = deps.clock.now().toISOString();
  const anew = saidAnew(label, ask);
  const event = revisionEvent(ask, at, asAsked(actor), certificateOf(files));
  const record = {
    id: deps.ids.next(),
    data: { asked, files, ...(anew.name && { name: anew.name }), ...offersSaid(anew) },
  };
  try {
    const change = applyToLabel(label, event, record, anew);
    const entry = labelEntry(file, change.after, [...row.files, ...files], at);
    await deps.store.commit({ changes: [change], parts: [{ kind: 'entry', entry }] });
  } catch (error) {
    if (!(error instanceof LabelError) || error.code !== 'refused') throw error;
    const { revision: _, head: __, ...after } = label;
    const facts = ['label.revisionDropped'] as const;
    const data = { asked, reasons: error.reasons };
    const dropped = { id: record.id, at, actor, event: null, facts, data };
    await deps.store.commit({ changes: [{ kind: 'labels', before: label, after, record: dropped }] });
  }
}

/** Digest of the certificate among the files of one revision; empty when there is none. */
function certificateOf(files: readonly IssuedFile[]): string {
  return files.find(({ kind }) => kind === 'certificate')?.digest ?? '';
}
