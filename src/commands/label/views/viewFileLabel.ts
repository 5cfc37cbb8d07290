import { addDays, dayOf } from '../../../register/day.ts';
import type { JournalRecord } from '../../../workflow/record.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { tryActs } from '../../common/tryActs.ts';
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
  const offered = isAsked(records)
    ? nothing
    : await actions(deps, asker, label, { certified, today, website: row ? website : null });
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
    /** What this person can do now, and which parts of theirs keep them from what others can do. */
    may: offered.may,
    barred: offered.barred,
  };
}

const nothing = { may: { rename: false, reduce: false, website: false }, barred: [] as string[] } as const;

async function actions(
  deps: Deps,
  asker: Asker,
  label: Label,
  { certified, today, website }: { certified: string; today: string; website: string | null },
) {
  const { id: number, revision, offers } = label;
  const at = { number, revision };
  const { may, barred } = tryActs(deps, asker);
  const mayAsk = (ask: RevisionAsk) =>
    may(async (dry, by) => askRevision(dry, await labelActor(dry, by, label), { ...at, ...ask }));
  const each = {
    rename: certified !== today && (await mayAsk({ cause: 'name', name: today })),
    reduce:
      offers.length > 1 &&
      (await mayAsk({ cause: 'scope', offers: offers.slice(1).map(({ id }) => id), reason: '.' })),
    website: website !== null && (await may((dry, by) => takeWebsite(dry, by, { ...at, website }))),
  };
  return { may: each, barred };
}

/** Whether a request for a revision, or for one of a cause, is not carried out or dropped yet. */
export function isAsked(records: readonly JournalRecord[], cause?: RevisionAsk['cause']): boolean {
  const asks = records.filter((record) => {
    const asked = dataOf(record, 'label.revisionAsked');
    return asked && (cause === undefined || asked.ask.cause === cause);
  });
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
