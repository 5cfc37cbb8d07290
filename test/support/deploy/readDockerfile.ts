import { DockerfileParser, type Instruction as Parsed } from 'dockerfile-ast';

/** One instruction of a Dockerfile. */
export interface Instruction {
  readonly keyword: string;
  readonly flags: Readonly<Record<string, string>>;
  /** What follows the flags, word by word. */
  readonly words: readonly string[];
  /** The same where it is written as a list (the exec form); null where a shell would read it. */
  readonly list: readonly string[] | null;
  /** The names that ARG, ENV and LABEL set. */
  readonly values: Readonly<Record<string, string>>;
}

/** A stage of a build, with its name where it has one. */
export interface Stage {
  readonly name: string | null;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, the image last, and the arguments before the first of them. */
export function readDockerfile(text: string): {
  readonly args: Readonly<Record<string, string>>;
  readonly stages: readonly Stage[];
} {
  const all = DockerfileParser.parse(text).getInstructions().map(instructionOf);
  const starts = all.flatMap(({ keyword }, i) => (keyword === 'FROM' ? [i] : []));
  const args = all.slice(0, starts[0]).map(({ values }) => values);
  const stages = starts.map((start, i) => {
    const [base = '', , name = null] = all[start]?.words ?? [];
    return { base, name, instructions: all.slice(start + 1, starts[i + 1]) };
  });
  return { args: Object.assign({}, ...args), stages };
}

function instructionOf(parsed: Parsed): Instruction {
  const words = parsed.getArguments().map((argument) => argument.getValue());
  const flags = 'getFlags' in parsed ? (parsed.getFlags as () => { toString(): string }[])() : [];
  const properties =
    'getProperties' in parsed
      ? (parsed.getProperties as () => { getName(): string; getValue(): string | null }[])()
      : [];
  return {
    keyword: parsed.getKeyword(),
    flags: Object.fromEntries(flags.map((flag) => String(flag).replace(/^--/, '').split(/=(.*)/s))),
    words,
    list: listOf(words.join(' ').replace(/^CMD /, '')),
    values: Object.fromEntries(properties.map((one) => [one.getName(), one.getValue() ?? ''])),
  };
}

function listOf(text: string): readonly string[] | null {
  return text.startsWith('[') ? JSON.parse(text) : null;
}
