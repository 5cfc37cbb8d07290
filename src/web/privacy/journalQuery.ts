import { peopleNamed } from '../../commands/people/views/peopleNamed.ts';
import type { JournalQuery } from '../../commands/ports/journalPorts.ts';
import { isComplaintNumber } from '../../register/complaintNumber.ts';
import { readNumber } from '../../register/number.ts';
import { askedText } from '../forms/address.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';

export const journalFilters = ['person', 'about', 'fact', 'from', 'until'] as const;
/** The filters as they were typed. */
export type TypedFilters = Readonly<Record<(typeof journalFilters)[number], string>>;

/** What no line has. Input that names nothing is not queried, because the query itself is journaled. */
const nobody = '-';
/** Organisations that a beginning of a name stands for, and chains that are looked along. */
const maxNamed = 20;
const maxChains = 200;

/** The filters that an address carries. `stream` is what `about` was called once. */
export function typedIn({ query }: WebContext): TypedFilters {
  const text = (value: unknown) => askedText(value, 254);
  const { person, about, stream, fact, from, until, day } = query;
  return {
    person: text(person),
    about: text(about ?? stream),
    fact: text(fact),
    from: text(from ?? day),
    until: text(until ?? day),
  };
}

/** What they ask of the journal, as the reader may see it; what names nothing gives no line rather than all. */
export async function journalQuery(
  deps: Pick<WebDeps, 'store'>,
  { words }: Pick<WebContext, 'words'>,
  { person, about, fact, from, until }: TypedFilters,
): Promise<JournalQuery> {
  return {
    ...(person !== '' && { actor: await actorsNamed(deps, person) }),
    ...(about !== '' && { stream: await chainsNamed(deps, about) }),
    ...(fact !== '' && {
      fact: (words.has(`journal.facts.${fact}`) ? fact : nobody) as NonNullable<JournalQuery['fact']>,
    }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
  };
}

async function actorsNamed(deps: Pick<WebDeps, 'store'>, person: string) {
  const people = await peopleNamed(deps, person);
  return people.length === 0 ? nobody : people;
}

/** The chains of a file, a label or a complaint by its number, of an organisation by the beginning of its name, or one by its own name. */
async function chainsNamed({ store }: Pick<WebDeps, 'store'>, about: string) {
  if (/^\w{1,20}\/[\w.-]{1,80}$/.test(about)) return about;
  if (isComplaintNumber(about)) return `complaints/${about}`;
  const read = readNumber(about);
  const label = read.kind === 'number' ? await store.label(read.number) : null;
  const applicationId = label?.context.applicationId ?? about;
  if (/^A-\d{4}-\d{6}$/.test(applicationId)) {
    const chains = await store.chainsAbout({ applicationId }, maxChains);
    return chains.length > 0 ? chains : nobody;
  }
  const organisations = (await store.applicants(about, maxNamed)).map(({ id }) => id);
  const chains = organisations.length > 0 ? await store.chainsAbout({ organisations }, maxChains) : [];
  return chains.length > 0 ? chains : nobody;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
