import { digestOf } from '../../../workflow/canonicalJson.ts';
import type { EventMeta } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { labelFiles } from '../../file/labelFiles.ts';
import type { Label } from '../../items/items.ts';
import type { ChangeOf, Deps, Part } from '../../ports/ports.ts';
import { revisionAsked } from '../askRevision.ts';
import { revisionPaper } from '../certificatePaper.ts';
import { labelEntry } from '../labelEntry.ts';

/** Where it shows that the holder's page says something else today than the label: on its files, in the register alone, or nowhere. */
export type ChangeShownOn = 'certificate' | 'register' | null;

/** Compares the papers that all files of a revision are made from: no file is replaced while it states what is still so. */
export async function changeShownOn(deps: Deps, label: Label): Promise<ChangeShownOn> {
  const { from, row, today } = await labelAndHolder(deps, label);
  const made = { publicUrl: deps.publicUrl, at: label.context.since, status: { list: 0, index: 0 } };
  const [paper, paperToday] = [label, { ...label, ...today }].map((one) => revisionPaper(from[0], one, made));
  if (digestOf(paper) !== digestOf(paperToday)) return 'certificate';
  const { organisation } = labelEntry(from, { ...label, ...today }, row.files, row.changedAt);
  return digestOf(organisation) === digestOf(row.organisation) ? null : 'register';
}

/** Asks for a new certificate that says of the holder what its page says today. */
export async function certificateAsked(
  deps: Deps,
  label: Label,
  meta: EventMeta,
): Promise<ChangeOf<'labels'>> {
  const { today } = await labelAndHolder(deps, label);
  return revisionAsked(deps, label, { cause: 'organisation', ...today }, meta);
}

/** The label and its register row, saying of the holder what its page says today; its files stay. */
export async function registerUpdated(
  deps: Deps,
  label: Label,
  { at, actor }: EventMeta,
): Promise<{ readonly change: ChangeOf<'labels'>; readonly part: Part }> {
  const { from, row, today } = await labelAndHolder(deps, label);
  const after = { ...label, organisation: today.organisation };
  const data = { organisation: digestOf(today.organisation) };
  const note = noteOn(deps, 'labels', label, { at, actor, facts: ['label.registerUpdated'], data });
  const { organisation } = labelEntry(from, after, row.files, at);
  return {
    change: { ...note, after },
    part: { kind: 'entry', entry: { ...row, organisation, changedAt: at } },
  };
}

async function labelAndHolder(deps: Deps, label: Label) {
  const { name, legalForm, identifier, postcode, commune, sector } = requireVisible(
    await deps.store.organisation(label.context.organisationId),
  );
  return {
    from: await labelFiles(deps, label),
    row: requireVisible(await deps.store.entry(label.id)),
    today: { name, organisation: { legalForm, identifier, postcode, commune, sector } },
  };
}
