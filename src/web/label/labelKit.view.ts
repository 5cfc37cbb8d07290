import type { LabelDoor } from '../../commands/label/views/labelDoors.ts';
import type { LabelTask } from '../../commands/label/views/labelTasks.ts';
import type { Language } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { PlainKey } from '../../messages.ts';
import type { Entry } from '../../register/entry.ts';
import type { PublicWord } from '../../register/publicStatus.ts';
import { validityToday } from '../../register/validity.ts';
import { printed } from '../register/labelFiles.ts';
import { badgeAlt, type ShownBadge } from '../views/badge.view.ts';
import { kitCode } from '../views/kitCode.view.ts';
import { labelTaskViews } from '../views/labelTask.view.ts';
import { labelKitHref, organisationHref } from '../views/organisation.view.ts';
import { statusView } from '../views/status.view.ts';
import { kitBadges } from './kitBadges.view.ts';

interface KitData {
  readonly entry: Entry;
  readonly shown: ShownBadge | null;
  /** That of the badges and of what is copied. */
  readonly language: Language;
  readonly today: string;
  readonly publicUrl: string;
  readonly tasks: readonly LabelTask[];
  readonly doors: readonly LabelDoor[];
  /** Where its people write to the office. */
  readonly messages: string | null;
  /** Whether it may be taken into a wallet, by who sees this. */
  readonly wallet: boolean;
}

export type LabelKitView = ReturnType<typeof labelKitView>;

/** Everything that the holder of a label takes from it today, and why there is less of it while the label does not hold. */
export function labelKitView(
  { entry, shown, language, today, publicUrl, tasks, doors, messages, wallet }: KitData,
  words: Translator,
) {
  const { number, organisation, specimen, successor } = entry;
  const status = validityToday(entry, today);
  const holds = status.valid;
  return {
    number,
    organisation: { name: organisation.name, href: organisationHref(words, organisation.id) },
    specimen,
    tasks: labelTaskViews(tasks, { organisationId: organisation.id, number }, words),
    doors: doors.map((door) => ({
      text: words.t(doorTitles[door]),
      href: `${labelKitHref(words, organisation.id, number)}/${door}`,
    })),
    messages,
    offers: entry.offers.map(({ id, name, photo }) => ({
      name,
      href: `${labelKitHref(words, organisation.id, number)}/offers/${encodeURIComponent(id)}`,
      hasPhoto: photo !== undefined,
    })),
    status: statusView(status, words),
    holds,
    /** What the holder has to do now; empty while the label holds. */
    notice: holds ? '' : noticeOf(entry, shown, status.word, words),
    /** The kit of the label that took the place of this one. */
    successor: successor && { number: successor, href: labelKitHref(words, organisation.id, successor) },
    /** What the permanent address shows now; null while there is no badge. */
    badge: shown && {
      // What is there at this moment: a browser may have kept the one from before.
      src: `/badges/${number}.svg?form=standard&language=${words.language}&cache=no`,
      alt: badgeAlt(shown, words),
    },
    papers: papersOf(entry, holds, words),
    language,
    badges: holds && shown ? kitBadges(shown, language, words) : [],
    wallet: wallet ? `${labelKitHref(words, organisation.id, number)}/wallet` : null,
    code: holds ? kitCode(entry, language, publicUrl) : null,
    signs: holds ? printed.map(([path, kind]) => ({ kind, href: path.replace(':number', number) })) : [],
  };
}

/** What the pages below that of the label are called. */
const doorTitles = {
  changes: 'changes.title',
  declarations: 'kit.doors.declarations',
  conditions: 'kit.doors.conditions',
  renewal: 'kit.doors.renewal',
  hearing: 'sanctions.own.link',
  appeal: 'appeals.label.link',
  notice: 'sanctions.notice.title',
} as const satisfies Readonly<Record<LabelDoor, PlainKey>>;

function noticeOf({ state }: Entry, shown: ShownBadge | null, word: PublicWord, words: Translator): string {
  if (state === 'issuing' && !shown) return words.t('kit.preparing');
  return words.t(`kit.notice.${word === 'suspended' || word === 'superseded' ? word : 'ended'}`);
}

function papersOf({ number, files }: Entry, holds: boolean, words: Translator) {
  const addresses = [
    ['certificate', 'document', `/labels/${number}/certificate.pdf`],
    ['credential', 'braces', `/credentials/${number}`],
    ['conformity', 'braces', `/conformity/${number}`],
    ['publicPage', 'eye', `/${words.language}/labels/${number}`],
  ] as const;
  return addresses
    .filter(([key]) => key === 'publicPage' || files.some(({ kind }) => kind === key))
    .map(([key, pictogram, href]) => ({
      href,
      pictogram,
      title: words.t(`kit.papers.${key}.title`),
      text: words.t(holds || key === 'publicPage' ? `kit.papers.${key}.text` : 'kit.papers.checked'),
    }));
}
