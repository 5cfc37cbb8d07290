import type { Person } from '../src/commands/items/items.ts';
import type { Demonstration } from '../src/commands/ports/demonstrationPorts.ts';
import type { Language } from '../src/criteria/scheme.ts';
import type { Translator } from '../src/i18n/i18n.ts';
import type { Day } from '../src/register/day.ts';
import type { Html } from './html.ts';

/** An entry of the menu of who holds a role; one that is seldom entered stands behind the last. */
export interface Door {
  readonly path: string;
  readonly text: string;
  readonly seldom: boolean;
}

/** What every page knows beside its own view: words of its language, who asks, where it stands. */
export interface Frame
  extends Pick<Translator, 't' | 'tOf' | 'has' | 'date' | 'time' | 'number' | 'locale' | 'reviewed'> {
  readonly lang: Language;
  /** What the label is: the id of its scheme, its name, a number as it has them, its colour and mark, and the language that binds. */
  readonly label: {
    readonly id: string;
    readonly name: string;
    readonly example: string;
    readonly colour: string;
    /** The parts of the mark: its ground, then what is cut out of it, each with the name of its colour. */
    readonly mark: readonly { readonly path: string; readonly colour: string }[];
    readonly hasLocalCurrency: boolean;
    readonly binding: Pick<Frame['languages'][number], 'code' | 'name'>;
  };
  /** Address of a file of templates/assets. */
  readonly asset: (name: string) => string;
  readonly languages: readonly {
    readonly code: Language;
    readonly name: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  /** Path without its language. */
  readonly here: string;
  readonly publicUrl: string;
  readonly hasMailbox: boolean;
  /** Whether the clock of the service can be moved by hand, and the day that it was moved to. */
  readonly hasClock: boolean;
  readonly movedTo: Day | null;
  readonly specimen: boolean;
  /** In development: the people of the demonstration, how far it has grown, and the last step of its tour. */
  readonly demonstration:
    | (Pick<Demonstration, 'people'> & ReturnType<Demonstration['state']> & { readonly tour: number | null })
    | null;
  readonly asker: Pick<Person, 'id' | 'name' | 'email' | 'roles'> | null;
  /** The parts of the private pages that the roles of who asks open. */
  readonly doors: readonly Door[];
  /** How many things wait for who asks. */
  readonly waiting: number;
  /** Path of the list of the desk that who asks looked at last, with what it asked; null where none was. */
  readonly list: string | null;
  readonly isPrivate: boolean;
  readonly weak: boolean;
  readonly unscanned: boolean;
  readonly csrf: string;
  readonly nonce: string;
}

/** A page: what it shows follows from its frame and its view alone. */
export type Page<View> = (frame: Frame, view: View) => Html;

/** What a form shows again after a refusal: what was typed, a sentence per field, and the summary above. */
export interface Refusal {
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  readonly summary: readonly {
    readonly text: string;
    readonly href?: string;
    /** The guard that said no, for a page that shows more of it elsewhere. */
    readonly reason?: string;
  }[];
  /** Fields whose value looks like a slip, with what a tick beside them sends back to say that it is meant. */
  readonly sure: Readonly<Record<string, string>>;
}

/** What was wrong with the form of a page, if it was sent. */
export interface WithRefusal {
  readonly refusal: Refusal;
}

/** A file that was kept of a form that was refused for something else. */
export interface KeptFile {
  /** What the form sends back in its place. */
  readonly key: string;
  readonly name: string;
}

/** What a page with a form shows beside its view. */
export interface FormState extends WithRefusal {
  /** Content of the fields. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** The file that does not have to be chosen again. */
  readonly kept?: KeptFile | null;
  /** Whether the page was opened by a form that was just saved. */
  readonly saved?: boolean;
}

/** The path after the language, as addresses of the page are made. */
export function pathOf({ here }: Frame): string {
  return here === '/' ? '' : here;
}
