import type { LabelTask } from '../../commands/label/views/labelTasks.ts';
import type { Language } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';
import type { PublicWord } from '../../register/publicStatus.ts';
import { validityToday } from '../../register/validity.ts';
import { printed } from '../register/labelFiles.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { badgeAlt, type ShownBadge } from '../views/badge.view.ts';
import { labelKitHref, organisationHref } from '../views/organisation.view.ts';
import { statusView } from '../views/status.view.ts';
import { kitBadges } from './kitBadges.view.ts';
import { kitCode } from './kitCode.view.ts';

interface KitData {
  readonly entry: Entry;
  readonly shown: ShownBadge | null;
  /** That of the badges and of what is copied. */
  readonly language: Language;
  readonly today: string;
  readonly publicUrl: string;
  readonly tasks: readonly LabelTask[];
}

export type LabelKitView = ReturnType<typeof labelKitView>;

/** Everything that the holder of a label takes from it today, and why there is less of it while the label does not hold. */
export function labelKitView(
  { entry, shown, language, today, publicUrl, tasks }: KitData,
  words: Translator,
) {
  const { number, organisation, specimen, successor } = entry;
  const status = validityToday(entry, today);
  const holds = status.valid;
  return {
    number,
    organisation: { name: organisation.name, href: organisationHref(words, organisation.id) },
    specimen,
    tasks: tasks.map((task) => ({
      ...task,
      href: task.file
        ? applicationHref(words, task.file, task.path)
        : `${labelKitHref(words, organisation.id, number)}/${task.path}`,
    })),
    status: statusView(status, words),
    holds,
    doors: doorsOf(entry, words),
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
    code: holds ? kitCode(entry, language, publicUrl) : null,
    signs: holds ? printed.map(([path, kind]) => ({ kind, href: path.replace(':number', number) })) : [],
  };
}

/** States in which a label can be given back. */
const open: readonly Entry['state'][] = ['active', 'extended', 'suspended', 'withdrawalPending'];

/** Pages of the holder's own below that of the label. */
function doorsOf({ state, number, organisation }: Entry, words: Translator) {
  const titles = [
    ['changes', 'changes.title'],
    ['hearing', 'sanctions.own.link'],
    ['appeal', 'appeals.label.link'],
    ...(open.includes(state) ? [['notice', 'sanctions.notice.title'] as const] : []),
  ] as const;
  const label = labelKitHref(words, organisation.id, number);
  return titles.map(([page, title]) => ({ href: `${label}/${page}`, title: words.t(title) }));
}

function noticeOf({ state }: Entry, shown: ShownBadge | null, word: PublicWord, words: Translator): string {
  if (state === 'issuing' && !shown) return words.t('kit.preparing');
  return words.t(`kit.notice.${word === 'suspended' || word === 'superseded' ? word : 'ended'}`);
}

function papersOf({ number, files }: Entry, holds: boolean, words: Translator) {
  const addresses = [
    ['certificate', 'document', `/labels/${number}/certificate.pdf`],
    ['credential', 'braces', `/credentials/${number}`],
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
