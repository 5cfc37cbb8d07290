import { addDays, dayOf } from '../../../register/day.ts';
import type { JournalRecord } from '../../../workflow/record.ts';
import { isTaken } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { dataOf, takenData } from '../../items/eventData.ts';
import type { Label, RevisionAsk } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answersAsk, askRevision } from '../askRevision.ts';
import { labelActor, takeWebsite } from '../changeLabel.ts';
import { hostTotals } from '../hostTotals.ts';
import { officersLabel } from './officersLabel.ts';

/** For how many days back badge displays are listed, and at most how many hosts. */
const shownDays = 30;
const maxHosts = 50;

export type FileLabel = Awaited<ReturnType<typeof viewFileLabel>>;

/** The label that a file opened, for an officer who may work on the file. */
export async function viewFileLabel(deps: Deps, asker: Asker, applicationId: string) {
  const { file, label } = await officersLabel(deps, asker, applicationId);
  const { organisationId } = file.application.context;
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
    /** What it depends on, the first one opened first. */
    conditions: await deps.store.conditionsOf(label.id),
    /** Its certificates, the newest first. */
    revisions: revisionsOf(records),
    /** As the certificate says it, and as the organisation is called today. */
    names: { certified, today },
    /** The site as the register names it, and as the organisation gives it today; empty for none. */
    websites,
    /** A new certificate is asked for and not made yet. */
    waits: label.state === 'issuing' || isAsked(records),
    /** Why it was suspended, and until when that can be put right; null while it is not. */
    suspension:
      suspended?.type === 'suspend' && ['suspended', 'withdrawalPending'].includes(label.state)
        ? { reason: suspended.reason, dueAt: label.context.dueAt }
        : null,
    /** Hosts that showed its badge in the last thirty days, the most frequent first. */
    displaysByHost: hostTotals(await deps.store.badgeHosts([label.id], since), maxHosts),
    /** What this person can do now. */
    may: isAsked(records)
      ? nothing
      : await actions(deps, asker, label, { certified, today, website: row ? website : null }),
  };
}

const nothing = { rename: false, reduce: false, website: false } as const;

async function actions(
  deps: Deps,
  asker: Asker,
  label: Label,
  { certified, today, website }: { certified: string; today: string; website: string | null },
) {
  const { id: number, revision, offers } = label;
  const at = { number, revision };
  const actor = await labelActor(deps, asker, label);
  const mayAsk = (ask: RevisionAsk) => isTaken(deps, (dry) => askRevision(dry, actor, { ...at, ...ask }));
  return {
    rename: certified !== today && (await mayAsk({ cause: 'name', name: today })),
    reduce:
      offers.length > 1 &&
      (await mayAsk({ cause: 'scope', offers: offers.slice(1).map(({ id }) => id), reason: '.' })),
    website: website !== null && (await isTaken(deps, (dry) => takeWebsite(dry, asker, { ...at, website }))),
  };
}

/** Whether a request for a revision is not carried out or dropped yet. */
function isAsked(records: readonly JournalRecord[]): boolean {
  const asks = records.filter(({ facts }) => facts.includes('label.revisionAsked'));
  return asks.some(({ id }) => !records.some((record) => answersAsk(record, id)));
}

/** Each certificate: when it came, and why. */
function revisionsOf(records: readonly JournalRecord[]) {
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
