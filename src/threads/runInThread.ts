import type { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { cpuDeadline } from './cpuDeadline.ts';

/**
 * Asks a thread of its own, one question after the other: a long answer keeps nobody waiting but who wants it. The thread is
 * started with the first question and keeps no program alive; one that fails, or is silent for `timeoutMs` (ms of work), is ended, and the
 * next question starts another.
 */
export function runInThread<Question, Answer>(
  start: () => Worker,
  timeoutMs: number,
): (question: Question) => Promise<Answer> {
  const oneAtATime = pLimit(1);
  let thread: Worker | null = null;
  return (question) =>
    oneAtATime(async () => {
      thread ??= start();
      thread.unref();
      try {
        return await answerOf<Answer>(thread, question, timeoutMs);
      } catch (error) {
        const ended = thread;
        thread = null;
        await ended?.terminate();
        throw error;
      }
    });
}

function answerOf<Answer>(thread: Worker, question: unknown, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      callOff();
      thread.off('message', answered).off('error', failed).off('exit', gone);
      act();
    };
    const answered = (answer: Answer) => settle(() => resolve(answer));
    const failed = (error: Error) => settle(() => reject(error));
    const gone = () => settle(() => reject(new Error('the thread ended before it answered')));
    const callOff = cpuDeadline(timeoutMs, () => settle(() => reject(new Error('the thread took too long'))));
    thread.on('message', answered).on('error', failed).on('exit', gone);
    thread.postMessage(question);
  });
}
