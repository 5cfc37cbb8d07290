import { maxAttachments } from '../../../commands/application/correspondence/attachments.ts';
import type {
  CorrespondenceList,
  CorrespondencePage,
} from '../../../commands/application/views/viewCorrespondence.ts';
import { maxBytes } from '../../../commands/items/intake.ts';
import type { WebContext } from '../../http/state.ts';
import { documentValues } from './attached.form.ts';

export type ListView = ReturnType<typeof listView>;
export type SubjectView = ReturnType<typeof subjectView>;

/** The subjects of a file with the form of a new one; `href` is the address of the list. */
export function listView({ subjects, ...list }: CorrespondenceList, href: string, ctx: WebContext) {
  return {
    ...formView(list, ctx),
    href,
    subjects: subjects.map(({ id, subject, lastAt, awaits, awaitsSince, messages }) => ({
      href: `${href}/${id}`,
      subject,
      lastAt,
      count: messages.length,
      awaits: awaits === list.side ? ('you' as const) : (awaits ?? ('nobody' as const)),
      since: awaitsSince,
    })),
  };
}

/** One subject with the form of an answer. */
export function subjectView({ subject, ...list }: CorrespondencePage, href: string, ctx: WebContext) {
  const { id, awaits, awaitsSince, messages } = subject;
  return {
    ...formView(list, ctx),
    list: href,
    href: `${href}/${id}`,
    subject: subject.subject,
    awaits: awaits === list.side ? ('you' as const) : (awaits ?? ('nobody' as const)),
    since: awaitsSince,
    messages: messages.map((message) => ({ ...message, isOwn: message.side === list.side })),
  };
}

/** What the form of a message shows: what it was given, and the files that its writer brought. */
function formView<List extends Omit<CorrespondenceList, 'subjects'>>(list: List, ctx: WebContext) {
  return {
    ...list,
    names: {
      subject: ctx.words.t('correspondence.write.subject'),
      text: ctx.words.t('correspondence.write.text'),
    },
    values: { once: ctx.deps.ids.next(), ...documentValues(list.prepared) },
    /** How many files a message takes, and how large (MB) each may be. */
    maxFiles: maxAttachments,
    maxSize: maxBytes / 1024 ** 2,
    /** The form that brings a file was sent, and not taken. */
    isFiling: ctx.path.endsWith('/documents'),
    isFiled: ctx.query.filed !== undefined,
  };
}
