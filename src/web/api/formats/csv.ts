import { stringify } from 'csv-stringify/sync';
import { offerFields } from '../../../criteria/offer.ts';
import type { NamesIn } from '../../../messages.ts';
import { profile } from '../../../profile/profile.ts';
import { photoLink } from '../../views/photo.view.ts';
import type { DatedEntry, RegisterFormat } from './format.ts';

type Offer = DatedEntry['entry']['offers'][number];
type Cell = string | number | boolean | null | undefined;
type Column = (from: DatedEntry & { readonly offer: Offer | undefined; readonly publicUrl: string }) => Cell;

const photoCell: Column = ({ entry, offer, publicUrl }) =>
  offer?.photo && photoLink(entry.number, offer.photo, publicUrl).address;

/** The columns in their order, each with the field that tells what it means: a change of a name is a new version of the interface. */
export const csvColumns: readonly (readonly [name: string, field: NamesIn<'api.fields'>, cell: Column])[] = [
  ['number', 'Label.number', ({ entry }) => entry.number],
  ['valid', 'Label.valid', ({ status }) => status.valid],
  ['status', 'Label.status', ({ status }) => status.word],
  ['condition_due', 'Label.conditionDue', ({ status }) => status.condition?.due],
  ['since', 'Label.since', ({ entry }) => entry.since],
  ['until', 'Label.until', ({ status }) => status.until],
  ['period_end', 'Label.periodEnd', ({ status }) => status.periodEnd],
  ['organisation_id', 'Organisation.id', ({ entry }) => entry.organisation.id],
  ['organisation', 'Organisation.name', ({ entry }) => entry.organisation.name],
  ['sector', 'Organisation.sector', ({ entry }) => entry.organisation.sector],
  ['legal_form', 'Organisation.legalForm', ({ entry }) => entry.organisation.legalForm],
  ['postcode', 'Organisation.postcode', ({ entry }) => entry.organisation.postcode],
  ['commune', 'Organisation.commune', ({ entry }) => entry.organisation.commune],
  ['identifier', 'Organisation.identifier', ({ entry }) => entry.organisation.identifier],
  ['region', 'Organisation.region', ({ entry }) => entry.organisation.region],
  ['website', 'Organisation.website', ({ entry }) => entry.organisation.website],
  ...(profile.localCurrency === undefined
    ? []
    : [
        [
          'accepts_leman',
          'Label.acceptsLeman',
          ({ entry }: Parameters<Column>[0]) => entry.acceptsLeman,
        ] as const,
      ]),
  ['offer_id', 'Offer.id', ({ offer }) => offer?.id],
  ...offerFields.map(
    (field) =>
      [
        field === 'name' ? 'offer' : `offer_${field}`,
        `Offer.${field}`,
        ({ offer }: Parameters<Column>[0]) => offer?.[field],
      ] as const,
  ),
  ['made_here_percent', 'Offer.madeHere', ({ offer }) => offer?.madeHere],
  ['offer_photo', 'Photo.address', photoCell],
  ['criteria_version', 'CriteriaVersion.version', ({ entry }) => entry.criteria.version],
  ['successor', 'Label.successor', ({ entry }) => entry.successor],
  ['address', 'Label.address', ({ entry, publicUrl }) => `${publicUrl}/labels/${entry.number}`],
  ['specimen', 'Label.specimen', ({ entry }) => entry.specimen],
  ['changed_at', 'Label.changedAt', ({ entry }) => entry.changedAt],
];

/** One offer a line (RFC 4180), what its label and organisation say beside it; a label without one has a line of its own. */
export const csv: RegisterFormat = {
  name: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  head: () => written([csvColumns.map(([name]) => name)]),
  lines: (entries, { publicUrl }) =>
    written(
      entries.flatMap((dated) =>
        offersOf(dated).map((offer) => csvColumns.map(([, , cell]) => cell({ ...dated, offer, publicUrl }))),
      ),
    ),
  tail: '',
};

function offersOf({ entry }: DatedEntry): readonly (Offer | undefined)[] {
  return entry.offers.length === 0 ? [undefined] : entry.offers;
}

/** A text that a spreadsheet would read as a formula gets an apostrophe before it. */
function written(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    [...rows].map((row) => [...row]),
    { escape_formulas: true, record_delimiter: 'windows', cast: { boolean: String } },
  );
}
