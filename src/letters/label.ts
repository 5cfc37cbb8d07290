import { replacedBy } from '../commands/file/renewalOf.ts';
import { hostTotals } from '../commands/label/hostTotals.ts';
import { notValidSince, shownDays } from '../commands/label/reportStaleBadges.ts';
import { addDays, dayOf } from '../register/day.ts';
import { letter } from './letter.ts';
import { editors, officers } from './recipients.ts';
import { eventOf, theLabel } from './subjects.ts';

/** Tells owners and editors that certificate and badges of their label are there; of one that replaces another, `labelReplaced` does. */
export const labelIssued = letter({
  on: ['label.issued'],
  topic: 'labelNews',
  about: async (deps, cause) => {
    const about = await theLabel(deps, cause);
    return (await replacedBy(deps, about.label)) === null ? about : null;
  },
  to: editors,
  path: ({ label, organisation }) => `organisations/${organisation.id}/labels/${label.id}`,
  tells: ({ label: { id, context }, organisation }) => ({
    organisation: organisation.name,
    number: id,
    standing: context.standing,
    until: context.until,
  }),
  says: ({ organisation, number, standing, until }, { date }) => ({
    rows: { organisation, label: number },
    values: { number, standing, until: date(until) },
  }),
});

/** Why a certificate was made anew that nothing else tells its holder of. */
const reissuedFor = ['name', 'organisation', 'key'] as const;

/** Tells owners and editors that a new certificate takes the place of theirs, and why; not where whatever asked for it tells them. */
export const labelReissued = letter({
  on: ['label.reissued'],
  topic: null,
  about: async (deps, cause) => {
    const event = eventOf(cause.record, 'reissue');
    const why = reissuedFor.find((one) => one === event.cause);
    return why === undefined ? null : { ...(await theLabel(deps, cause)), why };
  },
  to: editors,
  path: ({ label, organisation }) => `organisations/${organisation.id}/labels/${label.id}`,
  tells: ({ label, organisation, why }) => ({
    organisation: organisation.name,
    number: label.id,
    name: label.name ?? organisation.name,
    why,
  }),
  says: ({ organisation, number, name, why }) => ({
    rows: { organisation, label: number },
    values: { number, name, why },
  }),
});

/** Tells owners and editors what an officer took down of an offer, why, and what they can show or say. */
export const offerTakenDown = letter({
  on: ['label.offerTakenDown'],
  topic: null,
  about: async (deps, cause) => {
    const about = await theLabel(deps, cause);
    const taken = (about.label.takenDown ?? []).find(({ at }) => at === cause.record.at);
    const offer = about.label.offers.find(({ id }) => id === taken?.offerId);
    return taken && offer ? { ...about, taken, offer } : null;
  },
  to: editors,
  path: ({ label, organisation, offer }) =>
    `organisations/${organisation.id}/labels/${label.id}/offers/${encodeURIComponent(offer.id)}`,
  tells: ({ label, organisation, offer, taken: { part, code, reason } }) => ({
    organisation: organisation.name,
    number: label.id,
    offer: offer.name,
    ...{ part, code, reason },
  }),
  says: ({ organisation, number, offer, part, code, reason }, { t }) => ({
    rows: { organisation, label: number, offer, cause: t(`takeDown.codes.${code}`) },
    values: {
      ...{ number, offer },
      what: part === 'photo' ? t('labelledOffer.photo') : t(`offer.fields.${part}`),
    },
    list: [reason],
  }),
});

/** Most hosts that a letter names; the label's page has the rest. */
const max = 20;

/** Tells the officers which hosts show the badge of a label that has not been valid for long, unless it is valid again. */
export const labelStillShown = letter({
  on: ['label.stillShown'],
  topic: null,
  about: async (deps, cause) => {
    const about = await theLabel(deps, cause);
    const since = notValidSince(about.label);
    const shown = await deps.store.badgeHosts([cause.id], addDays(dayOf(cause.record.at), -shownDays));
    if (since === null || shown.length === 0) return null;
    return { ...about, since, hosts: hostTotals(shown, max).map(({ host }) => host) };
  },
  to: officers,
  path: ({ number }) => `files/${number}/label`,
  tells: ({ label: { id, state }, organisation, since, hosts }) => ({
    organisation: organisation.name,
    number: id,
    state,
    since,
    hosts,
  }),
  says: ({ organisation, number, state, since, hosts }, { t, date }) => ({
    rows: { organisation, label: number },
    values: { number, state: t(`states.label.${state}`), since: date(since) },
    list: hosts,
  }),
});
