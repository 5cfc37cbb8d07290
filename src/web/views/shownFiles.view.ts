import type { FilePlace } from '../../commands/file/filePlaces.ts';
import { passageIn } from '../../criteria/answerContent.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { passageText } from '../../i18n/passageText.ts';

export type ShownFile = ReturnType<typeof shownFiles>[number];

/** The files that were joined to a criterion, each with what it is and the place in it that the applicant names. */
export function shownFiles({ answer, files }: Pick<FilePlace, 'answer' | 'files'>, words: Translator) {
  return files.map((file) => {
    const passage = passageIn(answer, file.document);
    return { ...file, passage, where: passageText(passage, words), kind: kindOf(file.contentType) };
  });
}

/** What a file is, by the type that it was found to have when it came. */
function kindOf(contentType: string): 'pdf' | 'picture' | 'table' | 'slides' | 'text' {
  if (contentType === 'application/pdf') return 'pdf';
  if (/^image\/(?:jpeg|png|webp)$/.test(contentType)) return 'picture';
  if (/csv|sheet/.test(contentType)) return 'table';
  return contentType.includes('presentation') ? 'slides' : 'text';
}
