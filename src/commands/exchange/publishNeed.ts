import { type Fault, fault, refuseFor, requireNoFaults } from '../../errors.ts';
import { hasContactDetails } from '../../policies/contactDetails.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { type Day, dayOf, daysBetween, endOfDay } from '../../register/day.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import { currentVersion } from '../../workflow/versions.ts';
import { actorWithoutFile } from '../common/actor.ts';
import { applyToNeed } from '../common/applyEvent.ts';
import { addItem } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Need, NeedContent } from '../items/need.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type NeedInput, needToChange } from './ownNeed.ts';

/** Needs of one organisation that may be open at a time: who looks for more says it in one. */
export const maxOpenNeeds = 10;
/** Days for which a need is shown at most; it can be given another day later. */
export const maxNeedDays = 180;
/** Needs of an organisation that are looked at for one that says the same. */
const maxLooked = 50;

/** What an organisation looks for, and until which day. */
interface NewNeed extends NeedContent {
  readonly until: Day;
}

/** Publishes what an organisation looks for; the same sent twice is one. Gives its id. */
export async function publishNeed(
  deps: Deps,
  asker: Asker,
  { organisationId, ...typed }: NewNeed & { readonly organisationId: string },
): Promise<string> {
  const { store } = deps;
  requireVisible(mayEdit(asker, organisationId));
  requireVisible((await store.organisation(organisationId))?.mergedInto === null);
  const at = deps.clock.now().toISOString();
  const { content, dueAt } = needOf(typed, at);
  const known = (await store.needsOf(organisationId, maxLooked)).find(
    (need) => isOpen(need) && digestOf(contentOf(need)) === digestOf(content),
  );
  if (known) return known.id;
  refuseFor({ tooManyNeeds: (await store.countOpenNeeds(organisationId)) >= maxOpenNeeds });
  const id = deps.ids.next();
  const stored = {
    machineVersion: currentVersion.need,
    state: 'open',
    context: { needId: id, organisationId, dueAt, outcome: null },
  } as const;
  const line = {
    at,
    actor: actorWithoutFile(asker, organisationId),
    facts: ['need.published'],
    data: { stored, digest: digestOf(content) },
  } as const;
  await store.commit([addItem(deps, 'needs', { id, ...stored, ...content, publishedAt: at }, line)]);
  return id;
}

/** Says anew what is looked for, or until when. */
export async function editNeed(deps: Deps, asker: Asker, input: NeedInput & NewNeed): Promise<void> {
  const { needId: _, organisationId: __, revision: ___, ...typed } = input;
  const { need, eventMeta } = await needToChange(deps, asker, input);
  const { content, dueAt } = needOf(typed, eventMeta.at);
  const event = { type: 'edit', ...eventMeta, digest: digestOf(content), dueAt } as const;
  await deps.store.commit([applyToNeed(deps, need, event, content)]);
}

/** Whether a need waits for somebody. */
export function isOpen({ state }: Pick<Need, 'state'>): boolean {
  return state === 'open' || state === 'answered';
}

/** What is wrong with what was typed, as far as it was: details of contact in it, a day that is over or too far away. */
export function needFaults(typed: Partial<NewNeed>, today: Day): Fault[] {
  const written = (['title', 'text', 'quantity', 'place'] as const).filter((field) =>
    hasContactDetails(typed[field] ?? ''),
  );
  const days = typed.until === undefined ? 1 : daysBetween(today, typed.until);
  return [
    ...written.map((field) => fault(field, 'contactInText')),
    ...(days < 1 || days > maxNeedDays ? [fault('until', 'needDays', { days: maxNeedDays })] : []),
  ];
}

/** What was typed as it is kept; `invalid` with every fault. */
function needOf(input: NewNeed, at: string): { content: NeedContent; dueAt: string } {
  requireNoFaults(needFaults(input, dayOf(at)));
  const { until, ...typed } = input;
  return { content: { ...typed, category: typed.category ?? null }, dueAt: endOfDay(until) };
}

function contentOf({ kind, title, text, quantity, place, category = null }: Need): NeedContent {
  return { kind, title, text, quantity, place, category };
}
