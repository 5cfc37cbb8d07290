import type { FilePlace } from '../../commands/file/filePlaces.ts';
import { passageIn } from '../../criteria/answerContent.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { passageText } from '../../i18n/passageText.ts';

export type ShownFile = ReturnType<typeof shownFiles>[number];

/** The files that were joined to a criterion, each with the place in it that the applicant names. */
export function shownFiles({ answer, files }: Pick<FilePlace, 'answer' | 'files'>, words: Translator) {
  return files.map((file) => {
    const passage = passageIn(answer, file.document);
    return { ...file, passage, where: passageText(passage, words) };
  });
}
