import { letterStates } from '../../commands/items/mailLog.ts';
import { peopleNamed } from '../../commands/people/views/peopleNamed.ts';
import type { MailQuery } from '../../commands/ports/mailPorts.ts';
import { askedText } from '../forms/address.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';

export const mailFilters = ['file', 'person', 'fact', 'state', 'day'] as const;
/** The filters as they were typed. */
export type MailTyped = Readonly<Record<(typeof mailFilters)[number], string>>;

/** What no letter has: what names nothing gives no letter rather than all. */
const nothing = '-';

/** The filters that an address carries. */
export function mailTypedIn({ query }: WebContext): MailTyped {
  const text = (value: unknown) => askedText(value, 254);
  const { file, person, fact, state, day } = query;
  return { file: text(file), person: text(person), fact: text(fact), state: text(state), day: text(day) };
}

/** What they ask of the mail log. An address is looked for as it is: letters go to people who have no account as well. */
export async function mailQuery(
  deps: Pick<WebDeps, 'store' | 'letterDesk'>,
  { file, person, fact, state, day }: MailTyped,
): Promise<MailQuery> {
  const isAddress = person.includes('@');
  const known = deps.letterDesk.facts.find((one) => one === fact);
  return {
    ...(file !== '' && { file: /^[\w.-]{1,80}$/.test(file) ? file.toUpperCase() : nothing }),
    ...(isAddress && { to: person.toLowerCase() }),
    ...(person !== '' && !isAddress && { people: await peopleNamed(deps, person) }),
    ...(fact !== '' && { fact: (known ?? nothing) as NonNullable<MailQuery['fact']> }),
    ...(state !== '' && {
      state: (letterStates.find((one) => one === state) ?? nothing) as NonNullable<MailQuery['state']>,
    }),
    ...(isDay(day) && { day }),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
