/** A block of commands of a guide, in the order of the page. */
export interface Commands {
  /** The heading it stands under. */
  readonly heading: string;
  /** The line of its first command, from 1. */
  readonly line: number;
  readonly code: string;
  /** Why no test runs it; null for one that is run. */
  readonly notRun: string | null;
  /** Lines that it prints, as the block of text right after it says, with … for what differs each time. */
  readonly prints: readonly string[];
}

const block = /^(`{3,})([^`\n]*)\n([\s\S]*?)^\1$(?:\n\n```text\n([\s\S]*?)^```$)?/gm;

/**
 * The blocks of a guide that are written in `sh`. One that begins with `sh no-test` is not run: the rest of that line says why, as in
 * `sh no-test: needs a container daemon`.
 */
export function readCommands(page: string): Commands[] {
  return [...page.matchAll(block)]
    .filter(([, , info = '']) => /^sh\b/.test(info))
    .map(({ index, 2: info = '', 3: code = '', 4: text = '' }) => {
      const before = page.slice(0, index);
      const line = before.split('\n').length + 1;
      const heading = [...before.matchAll(/^#+ (.+)$/gm)].at(-1)?.[1] ?? '';
      return { heading, line, code, notRun: reason(info, line), prints: text.split('\n').filter(Boolean) };
    });
}

/** Whether what was printed has such a line. */
export function isPrinted(line: string, output: string): boolean {
  const parts = line.split('…').map((part) => part.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*')).test(output);
}

function reason(info: string, line: number): string | null {
  if (info.trim() === 'sh') return null;
  const [, why] = /^sh no-test: (\S.{9,})$/.exec(info) ?? [];
  if (why === undefined) {
    throw new Error(
      `line ${line}: "${info}" must be "sh", or say why it is not run: "sh no-test: needs a container daemon"`,
    );
  }
  return why;
}
