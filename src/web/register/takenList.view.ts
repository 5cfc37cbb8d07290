import type { RegisterQuery } from '../../commands/register/searchRegister.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { MessageKey } from '../../messages.ts';
import type { Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { statusWord } from '../../register/statusSentence.ts';
import { type Validity, validityToday } from '../../register/validity.ts';
import { guard } from '../papers/list.ts';
import type { TableCell } from '../views/table.view.ts';
import { answeringOffers } from './foundOffers.view.ts';

/** The list of a fair has an organisation a row, that of a buyer an offer. */
export const takenLists = ['exhibitors', 'offers'] as const;
export type TakenList = (typeof takenLists)[number];

/** Labels in one list: more than a fair has stands, or a buyer reads. */
export const maxTaken = 1000;

/** What a row is made from: a label, its status, and the offers that stand in the row. */
interface Row {
  readonly entry: Entry;
  readonly status: Validity;
  readonly offers: Entry['offers'];
  readonly words: Translator;
  readonly publicUrl: string;
}

interface Column {
  readonly heading: MessageKey;
  /** In characters, in a workbook. */
  readonly width: number;
  readonly cell: (row: Row) => string;
}

const organisation: readonly Column[] = [
  { heading: 'register.take.column.organisation', width: 34, cell: ({ entry }) => entry.organisation.name },
  {
    heading: 'register.filters.postcode.title',
    width: 10,
    cell: ({ entry }) => entry.organisation.postcode ?? '',
  },
  { heading: 'register.filters.place.title', width: 18, cell: ({ entry }) => entry.organisation.commune },
];
const offer: readonly Column[] = [
  {
    heading: 'register.take.column.offer',
    width: 44,
    cell: ({ offers }) => joined(offers.map(({ name }) => name)),
  },
  { heading: 'register.filters.category.title', width: 24, cell: categoriesOf },
];
const contact: Column = {
  heading: 'register.contact',
  width: 34,
  cell: ({ offers }) => joined(offers.map((one) => one.contact ?? '')),
};
const label: readonly Column[] = [
  { heading: 'pages.label.numberTitle', width: 18, cell: ({ entry }) => entry.number },
  { heading: 'register.filters.status.title', width: 20, cell: statusOf },
  { heading: 'register.take.column.until', width: 12, cell: ({ status }) => status.until ?? '' },
  {
    heading: 'register.take.column.verify',
    width: 44,
    cell: ({ entry, publicUrl }) => `${publicUrl}/labels/${entry.number}`,
  },
];

const columns: Readonly<Record<TakenList, readonly Column[]>> = {
  exhibitors: [
    ...organisation,
    { heading: 'register.filters.theme.title', width: 20, cell: sectorOf },
    ...offer,
    { heading: 'pages.label.fact.website', width: 30, cell: ({ entry }) => entry.organisation.website ?? '' },
    contact,
    ...label,
  ],
  offers: [
    ...offer,
    {
      heading: 'offer.fields.price',
      width: 24,
      cell: ({ offers }) => joined(offers.map((one) => one.price ?? '')),
    },
    {
      heading: 'offer.fields.delivery',
      width: 34,
      cell: ({ offers }) => joined(offers.map((one) => one.delivery ?? '')),
    },
    ...organisation,
    contact,
    ...label,
  ],
};

/** Widths of the columns of a list, in characters. */
export const takenWidths = (list: TakenList) => columns[list].map(({ width }) => width);

/** The labels that answer a search as a table with its head, every text guarded against being read as a formula; a last row says where others answer too. */
export function takenRows(
  list: TakenList,
  {
    entries,
    query,
    today,
    isCut,
  }: {
    readonly entries: readonly Entry[];
    readonly query: RegisterQuery;
    readonly today: Day;
    readonly isCut: boolean;
  },
  words: Translator,
  publicUrl: string,
): TableCell[][] {
  const rows = entries.flatMap((entry): readonly Row[] => {
    const offers = answeringOffers(entry, query);
    const row = { entry, status: validityToday(entry, today), words, publicUrl };
    return list === 'exhibitors' ? [{ ...row, offers }] : offers.map((one) => ({ ...row, offers: [one] }));
  });
  const says = words.t('register.take.cut', { max: maxTaken });
  const lastRow = columns[list].map((_, i) => (i === 0 ? says : ''));
  return [
    columns[list].map(({ heading }) => words.tOf(heading)),
    ...rows.map((row) => columns[list].map(({ cell }) => guard(cell(row)))),
    ...(isCut ? [lastRow] : []),
  ];
}

/** Each once, in their order. */
function joined(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('; ');
}

function categoriesOf({ offers, words: { t } }: Row): string {
  return joined(
    offers.map(({ category, type }) => t(category ? `categories.${category}` : `offerTypes.${type}`)),
  );
}

function sectorOf({ entry: { organisation }, words }: Row): string {
  return organisation.sector === null ? '' : words.t(`sectors.${organisation.sector}`);
}

function statusOf({ entry, status, words }: Row): string {
  const word = statusWord(status, words);
  return entry.specimen ? `${word} (${words.t('site.specimenMark')})` : word;
}
