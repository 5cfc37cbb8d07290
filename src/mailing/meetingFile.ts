import { type CalendarEvent, calendarText, calendarUid } from '../commands/common/calendarText.ts';
import type { Translator } from '../i18n/i18n.ts';
import type { LetterContent } from './letterContent.ts';

/** A meeting that a letter tells of as a file for calendars: a later letter about it takes its place there, or takes it away. */
export function meetingFile(
  { meeting, subject, button }: LetterContent,
  { publicUrl, contact }: Readonly<Record<'publicUrl' | 'contact', string>>,
  { t, language }: Translator,
) {
  if (meeting === null) return null;
  const { name, at, place, sequence, toldAt, cancelled } = meeting;
  const method = cancelled ? 'cancel' : 'publish';
  const event: CalendarEvent = {
    uid: calendarUid(publicUrl, name),
    summary: t('digest.what.session'),
    on: at.slice(0, 10),
    at,
    place,
    url: button.href,
    sequence,
  };
  const organizer = { name: t('site.name'), email: contact };
  return {
    method,
    content: calendarText({ name: subject, language, method, at: toldAt, organizer }, [event]),
  } as const;
}
