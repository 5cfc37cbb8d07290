import { groupBy } from '../../groupBy.ts';
import { definitionOf } from '../definition.ts';
import type { MachineName } from '../versions.ts';

/** A text of the diagram by its key in the locales, e.g. `states.application.draft`. */
export type Translator = (key: string) => string;

/** A state as the diagram shows it. */
export interface DiagramState {
  readonly name: string;
  readonly title: string;
  readonly final: boolean;
  readonly first: boolean;
  /** What may happen without leaving the state. */
  readonly inside: readonly DiagramLabel[];
  /** Letters of the exits that start here too. */
  readonly letters: readonly string[];
  /** What marks it as the state of a file, or null. */
  readonly note: string | null;
}

/** An event in words; `condition` when the same event can lead elsewhere too. */
export interface DiagramLabel {
  readonly text: string;
  readonly condition: string | null;
  /** Leads from the later to the earlier of two states. */
  readonly back: boolean;
}

/** All that leads from one state to another and back; `from` is the one that comes earlier in the machine. */
export interface DiagramArrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly DiagramLabel[];
}

/** An event that leads from many states to the same one: drawn once, by a letter. */
export type DiagramExit = ReturnType<typeof exitsOf>[number];

/** What a diagram says, before it has places. */
export type DiagramGraph = ReturnType<typeof diagramGraph>;

/** One branch of a transition, in words. */
type Way = ReturnType<typeof waysFrom>[number];

const many = 3;

/** The states, arrows and common exits of a machine, in words; `here` is the state to mark. */
export function diagramGraph(name: MachineName, words: Translator, here?: string) {
  const { states, initial } = definitionOf(name);
  const order = Object.keys(states);
  const ways = order.flatMap((from) => waysFrom(name, from, words));
  const exits = exitsOf(
    ways.filter(({ from, to }) => from !== to),
    name,
    words,
  );
  const isExit = (way: Way) => exits.some(({ key }) => key === keyOf(way));
  const drawn = ways.filter((way) => way.from !== way.to && !isExit(way));
  const placed = new Set([initial, ...drawn.flatMap(({ from, to }) => [from, to])]);
  const all = order.map((state): DiagramState => {
    const own = ways.filter(({ from }) => from === state);
    return {
      name: state,
      title: words(`states.${name}.${state}`),
      final: states[state]?.final === true,
      first: state === initial,
      inside: own.filter((way) => way.to === state && !isExit(way)).map(({ label }) => label),
      letters: exits.filter(({ key }) => own.some((way) => keyOf(way) === key)).map((e) => e.letter),
      note: state === here ? words('diagram.here') : null,
    };
  });
  return {
    /** The states that stand in the drawing; those reached by exits alone stand beside their exit. */
    states: all.filter((state) => placed.has(state.name)),
    asides: all.filter((state) => !placed.has(state.name)),
    arrows: arrowsOf(drawn),
    exits,
  };
}

/** Every way out of a state, and what happens inside it. */
export function waysFrom(name: MachineName, from: string, words: Translator) {
  const { states } = definitionOf(name);
  const order = Object.keys(states);
  return Object.entries(states[from]?.on ?? {}).flatMap(([event, branches]) => {
    const targets = new Set(branches.map(({ target }) => target));
    // Branches that all lead to one state differ in what they record, which no drawing shows.
    return branches.slice(0, targets.size === 1 ? 1 : undefined).map(({ guard, target }) => {
      const to = target ?? from;
      const text = words(`events.${name}.${event}`);
      const condition = targets.size > 1 ? words(`branches.${name}.${guard}`) : null;
      const label: DiagramLabel = { text, condition, back: order.indexOf(to) < order.indexOf(from) };
      return { from, event, to, label };
    });
  });
}

/** Ways with the same key are one exit: an event that leads to the same other state under the same condition. */
function keyOf({ event, from, to, label }: Way): string {
  return [event, from !== to, to, label.condition].join(' ');
}

function exitsOf(ways: readonly Way[], name: MachineName, words: Translator) {
  const sources = groupBy(ways, keyOf);
  return [...sources.values()]
    .filter((common) => common.length >= many)
    .flatMap(([first], i) => {
      if (!first) return [];
      const { event, to } = first;
      const letter = String.fromCharCode(97 + i);
      const condition = first.label.condition ? ` (${first.label.condition})` : '';
      return [{ key: keyOf(first), to, letter, label: `${words(`events.${name}.${event}`)}${condition}` }];
    });
}

function arrowsOf(ways: readonly Way[]): readonly DiagramArrow[] {
  const ends = ({ from, to, label }: Way) => (label.back ? [to, from] : [from, to]);
  return [...groupBy(ways, (way) => ends(way).join(' ')).values()].map((same) => {
    const [from = '', to = ''] = same.flatMap(ends);
    const labels = same.map(({ label }) => label);
    return { from, to, labels: [...labels.filter((l) => !l.back), ...labels.filter((l) => l.back)] };
  });
}
