import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { profile } from '../../profile/profile.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import type { Day } from '../../register/day.ts';

/** Something that stands on a day: at an hour, or on the whole of it. */
export interface CalendarEvent {
  /** The same as long as it is the same thing, also when its day changes. */
  readonly uid: string;
  readonly summary: string;
  readonly on: Day;
  /** An instant on that day; null for a whole day. */
  readonly at: string | null;
  readonly place?: string;
  readonly url: string;
  /** Rises with each change of it. */
  readonly sequence?: number;
}

interface Calendar {
  readonly name: string;
  readonly language: string;
  /** What becomes of the events where they are known already: they take the place of earlier ones, or go. */
  readonly method: 'publish' | 'cancel';
  /** When it was written, as an instant. */
  readonly at: string;
  /** Who calls people together; absent in what one takes oneself. */
  readonly organizer?: { readonly name: string; readonly email: string };
  /** After so many seconds a program that follows its address looks again (RFC 7986, 5.7); absent in a file that is taken once. */
  readonly refreshSeconds?: number;
}

/** Events as calendars read them (RFC 5545): days by the clocks of the label as whole days, hours in UTC. */
export function calendarText(
  { name, language, method, at: stamp, organizer, refreshSeconds }: Calendar,
  events: readonly CalendarEvent[],
): string {
  const isCancelled = method === 'cancel';
  const calendar = ical({
    name,
    prodId: { company: profile.name, product: schemeId, language: language.toUpperCase() },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ...(refreshSeconds !== undefined && { ttl: refreshSeconds }),
  });
  for (const { uid, summary, on, at, place, url, sequence = 0 } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(stamp),
      start: new Date(at ?? `${on}T00:00:00Z`),
      allDay: at === null,
      summary,
      ...(place !== undefined && { location: place }),
      url,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(organizer && { organizer }),
    });
  }
  return calendar.toString();
}

/** How an event of the service is known to calendars. */
export function calendarUid(publicUrl: string, name: string): string {
  return `${name.replaceAll(/[^\w-]+/g, '-')}@${new URL(publicUrl).host}`;
}
