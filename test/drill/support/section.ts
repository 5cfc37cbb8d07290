/** One thing that a drill measured. */
export interface Figure {
  readonly what: string;
  /** As `≤ 5 min`; left out where nothing was promised. */
  readonly goal?: string;
  readonly measured: string;
}

/** What a drill says of itself. */
export interface Drill {
  /** The heading of its section, which stays the same from run to run. */
  readonly title: string;
  /** What it does, in a sentence or a few. */
  readonly about: string;
  /** The command by which anybody repeats it. */
  readonly command: string;
  /** Release of the database server; left out where a drill has none. */
  readonly mongodb?: string;
  readonly figures: readonly Figure[];
}

/** When and where a drill ran. */
export interface Run {
  readonly day: string;
  readonly machine: string;
}

/** The section of a drill, with its heading. */
export function sectionOf({ title, about, command, mongodb, figures }: Drill, { day, machine }: Run): string {
  const server = mongodb === undefined ? '' : `, MongoDB ${mongodb}`;
  const rows = figures.map(({ what, goal = '–', measured }) => [what, goal, measured]);
  return `## ${title}

${about}

\`${command}\`, on ${day}: ${machine}${server}.

${table([['what', 'goal', 'measured'], ...rows])}
`;
}

/** The page with this section instead of the one with the same heading, or in its place among them by the alphabet. */
export function withSection(page: string, section: string): string {
  const [intro = '', ...sections] = page.split(/^(?=## )/m);
  const others = sections.filter((one) => headingOf(one) !== headingOf(section));
  const sorted = [...others, section].sort((a, b) => headingOf(a).localeCompare(headingOf(b), 'en'));
  return `${[intro, ...sorted].map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function headingOf(section: string): string {
  return section.slice(0, section.indexOf('\n'));
}

/** As the formatter of the documents writes it. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(3, ...rows.map((cells) => cells[i]?.length ?? 0)));
  const lines = rows.map((cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
