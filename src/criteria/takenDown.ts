import { freeFields, type OfferField } from './offer.ts';

/** Why something that is shown of an offer is taken down, as letters and pages name it. */
export const takeDownCodes = ['notTheOffer', 'misleading', 'personRights', 'copyright', 'unlawful'] as const;
export type TakeDownCode = (typeof takeDownCodes)[number];

/** What the holder of a label shows of an offer by themselves, and nobody assessed. */
export type ShownPart = 'photo' | OfferField;
export const shownParts: readonly ['photo', ...OfferField[]] = ['photo', ...freeFields];
