import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type Cause, type LetterBody, letter, paragraphsOf } from './letter.ts';
import { officers, servingOn, toOfficers, toWriters } from './recipients.ts';
import { fileOf, fileRows, nameAndNumber, type OfFile } from './subjects.ts';

const on = ['correspondence.opened', 'correspondence.written'] as const;
type Written = Cause<(typeof on)[number]>;
type Told = Awaited<ReturnType<typeof theMessage>> & Written;

/** Brings those who write in a file what the office wrote to them. */
export const officeMessage = letter({
  on,
  topic: null,
  about: theMessage,
  holds: ({ data }) => data.side === 'office',
  to: toWriters.to,
  path: ({ number, id }) => `applications/${number}/messages/${id}`,
  tells: messageWithFile,
  says: messageBody,
});

/** Brings what an organisation wrote to the office to whoever has the file and to those who follow it; to all officers where nobody has it. */
export const applicantMessage = letter({
  on,
  topic: toOfficers.topic,
  about: theMessage,
  holds: ({ data }) => data.side === 'applicant',
  to: keepers,
  path: ({ number, id }) => `files/${number}/messages/${id}`,
  tells: messageWithFile,
  says: messageBody,
});

async function keepers(file: OfFile, deps: Deps): Promise<readonly Person[]> {
  const keeping = await officers(file, deps);
  const serving = await servingOn(file, deps, await deps.store.peopleWith('officer'));
  const followers = (await deps.store.casework(`files/${file.number}`))?.followers ?? [];
  return serving.filter(({ id }) => followers.includes(id) || keeping.some((one) => one.id === id));
}

/** The message that a line tells of, with its file; null once it is erased. */
async function theMessage(deps: Deps, { id, data }: Written) {
  const { applicationId, subject, messages } = requireVisible(await deps.store.correspondence(id));
  const message = messages.find((one) => one.id === data.messageId);
  return message ? { subject, message, ...(await fileOf(deps, applicationId)) } : null;
}

function messageWithFile(told: NonNullable<Told>) {
  const { subject, message, application } = told;
  const { labelNumber } = application.context;
  return {
    ...nameAndNumber(told),
    ...(labelNumber !== null && { label: labelNumber }),
    subject,
    quote: paragraphsOf(message.text),
    attachments: message.attachments.map(({ name }) => name).join(', '),
  };
}

function messageBody(
  { subject, quote, attachments, label, ...file }: ReturnType<typeof messageWithFile>,
  words: Parameters<typeof fileRows>[1],
): LetterBody {
  return {
    quote,
    rows: { ...fileRows(file, words).rows, ...(label && { label }), attachments },
    values: { subject },
  };
}
