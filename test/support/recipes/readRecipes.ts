/** One step of a recipe: what is written where, or a command. */
export interface Step {
  /** Files from the root; none for a command. */
  readonly paths: readonly string[];
  readonly place: 'new' | 'at its end' | 'before' | 'after' | 'in place of' | 'command';
  /** Part of the one line that the place is named by. */
  readonly anchor: string;
  readonly code: string;
}

/** What CONTRIBUTING.md says of one kind of change. */
export interface Recipe {
  readonly title: string;
  /** How many files it says to touch. */
  readonly files: number;
  readonly steps: readonly Step[];
}

const heading = /^### (.+): (\d+) files?$/m;
const step =
  /^`([^`\n]+)`, (new|at its end|before|after|in place of)(?: `([^`\n]+)`)?:\n\n```\w+\n([\s\S]*?)^```$|^```sh\n([\s\S]*?)^```$/gm;

/** The recipes of a page, in their order: headings that end with a number of files, and the steps below each. */
export function readRecipes(page: string): Recipe[] {
  return page
    .split(/^(?=##+ )/m)
    .filter((section) => heading.test(section))
    .map((section) => {
      const [, title = '', files] = heading.exec(section) ?? [];
      return { title, files: Number(files), steps: [...section.matchAll(step)].map(stepOf) };
    });
}

function stepOf([, path, place, anchor = '', code, command]: RegExpExecArray): Step {
  return command === undefined
    ? { paths: pathsOf(path ?? ''), place: place as Step['place'], anchor, code: code ?? '' }
    : { paths: [], place: 'command', anchor, code: command };
}

/** `a/{b,c}/d` as `a/b/d` and `a/c/d`. */
function pathsOf(path: string): string[] {
  const [, before = '', names = '', after = ''] = /^(.*)\{(.+)\}(.*)$/.exec(path) ?? [];
  return names === '' ? [path] : names.split(',').map((name) => before + name + after);
}
