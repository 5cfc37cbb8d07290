import { stringify } from 'csv-stringify/sync';
import type { DatedEntry, RegisterFormat } from './format.ts';

type Offer = DatedEntry['entry']['offers'][number];
type Cell = string | number | boolean | null | undefined;
type Column = (from: DatedEntry & { readonly offer: Offer | undefined; readonly publicUrl: string }) => Cell;

/** The columns in their order: a change of it, or of a name, is a new version of the interface. */
const columns = {
  number: ({ entry }) => entry.number,
  valid: ({ status }) => status.valid,
  status: ({ status }) => status.word,
  since: ({ entry }) => entry.since,
  until: ({ entry }) => entry.until,
  organisation_id: ({ entry }) => entry.organisation.id,
  organisation: ({ entry }) => entry.organisation.name,
  sector: ({ entry }) => entry.organisation.sector,
  legal_form: ({ entry }) => entry.organisation.legalForm,
  commune: ({ entry }) => entry.organisation.commune,
  region: ({ entry }) => entry.organisation.region,
  accepts_leman: ({ entry }) => entry.acceptsLeman,
  offer_id: ({ offer }) => offer?.id,
  offer: ({ offer }) => offer?.name,
  offer_type: ({ offer }) => offer?.type,
  offer_sheet: ({ offer }) => offer?.sheet,
  made_here_percent: ({ offer }) => offer?.madeHere,
  criteria_version: ({ entry }) => entry.criteria.version,
  successor: ({ entry }) => entry.successor,
  address: ({ entry, publicUrl }) => `${publicUrl}/labels/${entry.number}`,
  specimen: ({ entry }) => entry.specimen,
  changed_at: ({ entry }) => entry.changedAt,
} as const satisfies Readonly<Record<string, Column>>;

export const csvColumns = Object.keys(columns) as readonly (keyof typeof columns)[];

/** One offer a line (RFC 4180), what its label and organisation say beside it; a label without one has a line of its own. */
export const csv: RegisterFormat = {
  name: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  head: () => written([[...csvColumns]]),
  lines: (entries, { publicUrl }) =>
    written(
      entries.flatMap((dated) =>
        offersOf(dated).map((offer) =>
          Object.values<Column>(columns).map((cell) => cell({ ...dated, offer, publicUrl })),
        ),
      ),
    ),
  tail: '',
};

function offersOf({ entry }: DatedEntry): readonly (Offer | undefined)[] {
  return entry.offers.length === 0 ? [undefined] : entry.offers;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function written(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    [...rows].map((row) => [...row]),
    {
      escape_formulas: true,
      record_delimiter: 'windows',
      cast: { boolean: String },
    },
  );
}
