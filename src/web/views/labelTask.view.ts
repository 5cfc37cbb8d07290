import type { LabelTask } from '../../commands/label/views/labelTasks.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { applicationHref } from './applicationFrame.view.ts';
import { labelKitHref } from './organisation.view.ts';

/** What the holder of a label has to do, each with the address where it is done. */
export function labelTaskViews(
  tasks: readonly LabelTask[],
  { organisationId, number }: Readonly<Record<'organisationId' | 'number', string>>,
  words: Translator,
) {
  return tasks.map((task) => ({
    ...task,
    href: task.file
      ? applicationHref(words, task.file, task.path)
      : `${labelKitHref(words, organisationId, number)}/${task.path}`,
  }));
}
