import type { ExportedCase } from '../../commands/desk/exportCase.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type StaffFile, staffFile } from './file.view.ts';

/** What of a file is data or a form elsewhere, as plain texts to read: how it was evaluated, once the office may know, and what was written. */
export function caseTexts({ file, messages }: ExportedCase, words: Translator) {
  const view = staffFile(file, words);
  const head = `${view.application.id} · ${view.organisation.name}`;
  return [
    { name: 'papers/evaluation.txt', lines: evaluationLines(view, words) },
    { name: 'papers/messages.txt', lines: messageLines(messages, view, words) },
  ].flatMap(({ name, lines }) =>
    lines.length === 0 ? [] : [{ name, text: [head, '', ...lines, ''].join('\r\n') }],
  );
}

/** The levels side by side with their comments, then what was found missing. */
function evaluationLines({ levels, findings }: StaffFile, { t, date }: Translator): string[] {
  if (!levels) return [];
  const names = levels.columns.map((name) => t(`staff.levels.${name}`));
  return [
    t('staff.levels.title'),
    ...levels.groups.flatMap(({ title, rows }) => [
      '',
      title,
      ...rows.flatMap(({ id, title: criterion, cells, comments }) => [
        `${id} ${criterion}`,
        `  ${names.map((name, i) => `${name} = ${cells[i] || '–'}`).join(' · ')}`,
        ...comments.flatMap(({ by, text }) => indented(`${by} – ${text}`)),
      ]),
    ]),
    ...(findings.length > 0 ? ['', t('findings.title')] : []),
    ...findings.flatMap(({ place, grade, state, text, words: said }) => [
      '',
      `${place} · ${t(`findings.grade.${grade}`)} · ${t(`states.finding.${state}`)}`,
      ...indented(text),
      ...said.flatMap((word) => [
        `  ${t(`findings.step.${word.step}`, { on: date(word.at) })}`,
        ...indented(word.text),
      ]),
    ]),
  ];
}

/** Every subject with its messages, the oldest first, and where their files are. */
function messageLines(
  subjects: ExportedCase['messages'],
  { organisation }: StaffFile,
  { t, time }: Translator,
): string[] {
  return subjects.flatMap(({ subject, messages }) => [
    subject,
    ...messages.flatMap(({ side, name, at, text, attachments }) => [
      `  ${[side === 'office' ? t('correspondence.office') : organisation.name, name, time(at)].filter(Boolean).join(' · ')}`,
      ...indented(text),
      ...attachments.map(({ path }) => `    ${path}`),
    ]),
    '',
  ]);
}

/** A text below what it belongs to, as its lines. */
function indented(text: string): string[] {
  return text === '' ? [] : text.split(/\r?\n/).map((line) => `    ${line}`.trimEnd());
}
