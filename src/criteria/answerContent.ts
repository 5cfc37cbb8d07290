import type { Answer, Passage } from './assessment.ts';

/** What an answer says, without when and how often it was saved; no answer at all says the same as an empty one. */
export function contentOf(answer: Answer | null | undefined): Omit<Answer, 'criterion' | 'revision'> {
  const { level = null, na = false, evidence = '', comment = '', files = [], passages = [] } = answer ?? {};
  return { level, na, evidence, comment, files, ...(passages.length > 0 && { passages }) };
}

/** Whether two answers say the same: choosing between them would be choosing nothing. */
export function saySame(one: Answer | null | undefined, other: Answer | null | undefined): boolean {
  return JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
}

/** Where an answer points in one of its documents; null where it says no more than the document. */
export function passageIn(answer: Answer | null | undefined, document: string): Passage | null {
  return answer?.passages?.find((passage) => passage.document === document) ?? null;
}
