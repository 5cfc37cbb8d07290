import type { DiagramLabel, DiagramState } from './graph.ts';
import { textWidth, wrapped } from './text.ts';

/** One line of text: its way of being written, and how far below the line before it stands. */
export interface TextLine {
  readonly text: string;
  readonly tone: 'title' | 'plain' | 'quiet' | 'note';
  readonly step: number;
}

/** The room that something takes. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Sizes of type, in pixels. */
export const fontSizes = { title: 15.5, plain: 13.5, quiet: 13.5, note: 13.5 } as const;
/** Diameter and pitch of the letters of the exits. */
export const letter = { diameter: 18, pitch: 21 } as const;
/** How far the second frame of a final state stands from the first. */
export const frame = 4;

const steps = { title: 19, plain: 16.5, quiet: 16.5, note: 17.5 } as const;
const widest = { title: 150, label: 122, inside: 176 } as const;

/** The lines in a state's box. */
export function stateLines(state: DiagramState): readonly TextLine[] {
  const inside = state.inside.map(({ text, condition }) => `↻ ${condition ? `${text}, ${condition}` : text}`);
  return [
    ...lines(state.title, 'title', widest.title),
    ...(state.note ? lines(state.note, 'note', widest.title) : []),
    ...inside.flatMap((text) => lines(text, 'quiet', widest.inside)),
  ];
}

/** The room that a state's box takes, its second frame included. */
export function roomOfState(state: DiagramState): Room {
  const all = stateLines(state);
  const frames = state.final ? 2 * frame : 0;
  const title = widthOf(all.filter(({ tone }) => tone === 'title')) + roomForLetters(state);
  return {
    width: Math.round(Math.max(title, widthOf(all), 60)) + 30 + frames,
    height: heightOf(all) + 22 + frames,
  };
}

/** The width beside a state's name that its letters take. */
export function roomForLetters({ letters }: DiagramState): number {
  return letters.length > 0 ? letters.length * letter.pitch + 5 : 0;
}

/** The lines of an arrow's labels. Where it leads both ways, each says which. */
export function labelLines(labels: readonly DiagramLabel[]): readonly TextLine[] {
  const bothWays = new Set(labels.map(({ back }) => back)).size > 1;
  return labels.flatMap(({ text, condition, back }, i) => {
    const own = lines(bothWays ? `${back ? '↑' : '↓'} ${text}` : text, 'plain', widest.label);
    const spaced = own.map((line, n) => (i > 0 && n === 0 ? { ...line, step: line.step + 5 } : line));
    return [...spaced, ...(condition ? lines(condition, 'quiet', widest.label) : [])];
  });
}

/** The room that an arrow's labels take. */
export function roomOfLabels(labels: readonly DiagramLabel[]): Room {
  const all = labelLines(labels);
  return { width: Math.round(widthOf(all)) + 6, height: heightOf(all) + 6 };
}

/** The height of lines of text. */
export function heightOf(all: readonly TextLine[]): number {
  return all.reduce((sum, { step }) => sum + step, 0);
}

function widthOf(all: readonly TextLine[]): number {
  return Math.max(0, ...all.map(({ text, tone }) => textWidth(text, fontSizes[tone])));
}

function lines(text: string, tone: TextLine['tone'], width: number): readonly TextLine[] {
  return wrapped(text, fontSizes[tone], width).map((line) => ({ text: line, tone, step: steps[tone] }));
}
