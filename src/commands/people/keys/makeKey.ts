import { type Fault, fault, refuseFor, requireNoFaults } from '../../../errors.ts';
import { keyStateAt, maxGraceDays, maxKeyDays } from '../../../policies/apiKey.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../../register/day.ts';
import { addItem, changeItem } from '../../common/noteOn.ts';
import { type ApiKey, organisationScopes, partnerScopes } from '../../items/apiKey.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { requireNotMerged } from '../organisations/ownTeam.ts';
import { keyHash, newKey } from './keySecret.ts';
import { type KeyInput, type KeysOf, keyHolder, keyToChange } from './ownKeys.ts';

/** Keys that count at a time, of one organisation, and of all partners. */
const maxKeys = { organisation: 10, partners: 200 };

type With = Pick<Deps, 'store' | 'clock' | 'ids'>;
type NewKey = KeysOf & Pick<ApiKey, 'name' | 'scopes' | 'endsOn'>;

/** Makes a key, and gives it: it is kept nowhere, so this is the only time. */
export async function makeKey(deps: With, asker: Asker, input: NewKey): Promise<string> {
  const { organisationId, name, scopes, endsOn } = input;
  const { organisation, eventMeta } = await keyHolder(deps, asker, input);
  if (organisation) requireNotMerged(organisation);
  const { at } = eventMeta;
  requireNoFaults(keyFaults(input, dayOf(at)));
  const counting = (await deps.store.apiKeysOf(organisationId)).filter((one) => isActive(one, at));
  const max = organisation ? maxKeys.organisation : maxKeys.partners;
  refuseFor({ tooManyKeys: counting.length >= max });
  const given = newKey(deps);
  const key = {
    ...{ id: deps.ids.next(), organisationId, name, scopes, endsOn },
    ...{ secretHash: hashOf(given), since: at, previous: null },
    ...{ madeBy: asker.id, madeAt: at, revokedAt: null, usedOn: null },
  };
  const data = { scopes, endsOn };
  await deps.store.commit([addItem(deps, 'apiKeys', key, { ...eventMeta, facts: ['apiKey.made'], data })]);
  return given;
}

interface Rotation {
  /** Days for which the key of before goes on: 0 ends it at once. */
  readonly days: number;
  readonly endsOn: Day;
}

/** Makes a new key in the place of one that counts, which goes on for some days; gives the new one. One of before that ends at once. */
export async function rotateKey(deps: With, asker: Asker, input: KeyInput & Rotation): Promise<string> {
  const { key, eventMeta } = await keyToChange(deps, asker, input);
  const { at } = eventMeta;
  refuseFor({ keyIsOver: !isActive(key, at) });
  requireNoFaults(rotationFaults(input, dayOf(at)));
  const { days, endsOn } = input;
  const given = newKey(deps);
  const until = new Date(Date.parse(at) + days * 86_400_000).toISOString();
  const previous = days === 0 ? null : { secretHash: key.secretHash, until };
  const changed = { secretHash: hashOf(given), since: at, previous, endsOn };
  const line = { ...eventMeta, facts: ['apiKey.rotated'], data: { days, endsOn } } as const;
  await deps.store.commit([changeItem(deps, 'apiKeys', key, changed, line)]);
  return given;
}

/** Ends a key and the one of before it at once; over already, it stays so. */
export async function revokeKey(deps: With, asker: Asker, input: KeyInput): Promise<void> {
  const { key, eventMeta } = await keyToChange(deps, asker, input);
  if (key.revokedAt !== null) return;
  const line = { ...eventMeta, facts: ['apiKey.revoked'] } as const;
  await deps.store.commit([
    changeItem(deps, 'apiKeys', key, { revokedAt: eventMeta.at, previous: null }, line),
  ]);
}

/** What is wrong with a new key, as far as it was said. */
export function keyFaults(input: Partial<NewKey>, today: Day): Fault[] {
  const { organisationId, scopes, endsOn } = input;
  const possible: readonly string[] = organisationId === null ? partnerScopes : organisationScopes;
  const isWrong = scopes?.length === 0 || scopes?.some((scope) => !possible.includes(scope));
  return [...(isWrong ? [fault('scopes', 'scopeMissing')] : []), ...endFaults(endsOn, today)];
}

/** The same of a rotation. */
export function rotationFaults({ days, endsOn }: Partial<Rotation>, today: Day): Fault[] {
  const isOut = days !== undefined && !(Number.isInteger(days) && days >= 0 && days <= maxGraceDays);
  return [
    ...(isOut ? [fault('days', 'graceDays', { days: maxGraceDays })] : []),
    ...endFaults(endsOn, today),
  ];
}

function endFaults(endsOn: Day | undefined, today: Day): Fault[] {
  const days = endsOn === undefined ? 1 : daysBetween(today, endsOn);
  return days < 1 || days > maxKeyDays
    ? [fault('endsOn', 'keyDays', { last: addDays(today, maxKeyDays) })]
    : [];
}

function isActive(key: ApiKey, at: string): boolean {
  return keyStateAt(key, at) === 'active';
}

function hashOf(given: string): string {
  const hash = keyHash(given);
  if (hash === null) throw new Error('a new key is none');
  return hash;
}
