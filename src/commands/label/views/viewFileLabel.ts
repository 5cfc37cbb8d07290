import { LabelError } from '../../../errors.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { isOfficer } from '../../../policies/who.ts';
import { addDays, dayOf } from '../../../register/day.ts';
import type { JournalRecord } from '../../../workflow/record.ts';
import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { dataOf, takenData } from '../../items/eventData.ts';
import type { Label, RevisionAsk } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answersAsk, askRevision } from '../askRevision.ts';
import { labelActor, suspendLabel, takeWebsite } from '../changeLabel.ts';
import { type HostTotal, hostTotals } from '../hostTotals.ts';

export type LabelAction = 'suspend' | 'restore' | 'rename' | 'reduce' | 'website';

/** A certificate of a label: when it came, and why. */
export interface RevisionLine {
  readonly revision: number;
  readonly at: string;
  readonly cause: RevisionAsk['cause'] | 'issued';
}

/** A label as an officer keeps it. */
export interface FileLabel {
  readonly label: Label;
  readonly applicationId: string;
  /** Its certificates, the newest first. */
  readonly revisions: readonly RevisionLine[];
  /** As the certificate says it, and as the organisation is called today. */
  readonly names: { readonly certified: string; readonly today: string };
  /** The site as the register names it, and as the organisation gives it today; empty for none. */
  readonly websites: { readonly shown: string; readonly today: string };
  /** A new certificate is requested and not made yet. */
  readonly waits: boolean;
  /** Why it was suspended, and until when that can be put right; null while it is not. */
  readonly suspension: { readonly reason: string; readonly dueAt: string | null } | null;
  /** Hosts that showed its badge in the last thirty days, the most frequent first. */
  readonly shownOn: readonly HostTotal[];
  /** What this person can do now. */
  readonly may: Readonly<Record<LabelAction, boolean>>;
}

/** For how many days back badge displays are listed, and at most how many hosts. */
const shownDays = 30;
const maxHosts = 50;

/** The label that a file opened, for an officer who may work on the file. */
export async function viewFileLabel(deps: Deps, asker: Asker, applicationId: string): Promise<FileLabel> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  requireVisible(mayReadFile(asker, file) || null);
  const { organisationId } = file.application.context;
  const labels = await deps.store.labelsOf(organisationId);
  const label = requireVisible(labels.find(({ context }) => context.applicationId === applicationId));
  const { name: today, website } = requireVisible(await deps.store.organisation(organisationId));
  const row = await deps.store.entry(label.id);
  const websites = { shown: row?.organisation.website ?? '', today: website };
  const certified = label.name ?? file.snapshot.content.organisation.name;
  const records = await deps.store.records(`labels/${label.id}`);
  const suspended = records.findLast(({ event }) => event?.type === 'suspend')?.event;
  const since = addDays(dayOf(deps.clock.now().toISOString()), 1 - shownDays);
  return {
    label,
    applicationId,
    revisions: revisionsOf(records),
    names: { certified, today },
    websites,
    waits: label.state === 'issuing' || isAsked(records),
    suspension:
      suspended?.type === 'suspend' && ['suspended', 'withdrawalPending'].includes(label.state)
        ? { reason: suspended.reason, dueAt: label.context.dueAt }
        : null,
    shownOn: hostTotals(await deps.store.badgeHosts([label.id], since), maxHosts),
    may: isAsked(records)
      ? nothing
      : {
          ...(await allowed(deps, asker, label, { certified, today })),
          website: row !== null && (await mayTakeWebsite(deps, asker, label, website)),
        },
  };
}

const nothing = { suspend: false, restore: false, rename: false, reduce: false, website: false } as const;

async function allowed(
  deps: Deps,
  asker: Asker,
  label: Label,
  { certified, today }: FileLabel['names'],
): Promise<Omit<FileLabel['may'], 'website'>> {
  const { id: number, revision, offers } = label;
  const actor = await labelActor(deps, asker, label);
  const mayAsk = async (ask: RevisionAsk) =>
    (await dryRun(deps, (dry) => askRevision(dry, actor, { number, revision, ...ask }))).length === 0;
  const until = dayOf(deps.clock.now().toISOString());
  const suspend = await dryRun(deps, (dry) =>
    suspendLabel(dry, asker, { number, revision, reason: '.', until }),
  );
  return {
    suspend: suspend.length === 0,
    restore: await mayAsk({ cause: 'restored', reason: '.' }),
    rename: certified !== today && (await mayAsk({ cause: 'name', name: today })),
    reduce:
      offers.length > 1 && (await mayAsk({ cause: 'scope', offers: offers.slice(1).map(({ id }) => id) })),
  };
}

async function mayTakeWebsite(
  deps: Deps,
  asker: Asker,
  { id: number, revision }: Label,
  website: string,
): Promise<boolean> {
  const refused = await dryRun(deps, (dry) => takeWebsite(dry, asker, { number, revision, website }));
  return refused.length === 0;
}

/** Asks are answered by the line that carries them out or says why not. */
function isAsked(records: readonly JournalRecord[]): boolean {
  const asks = records.filter(({ facts }) => facts.includes('label.revisionAsked'));
  return asks.some(({ id }) => !records.some((record) => answersAsk(record, id)));
}

function revisionsOf(records: readonly JournalRecord[]): RevisionLine[] {
  const made = records.filter((record) => takenData('label', record).files);
  return made
    .map((record, i) => {
      const { asked } = takenData('label', record);
      const ask = records.find(({ id }) => id === asked);
      const cause = dataOf(ask, 'label.revisionAsked')?.ask.cause ?? ('issued' as const);
      return { revision: i + 1, at: record.at, cause };
    })
    .reverse();
}
