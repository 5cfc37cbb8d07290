/** Where a room stands in the picture, in its own units, and how it is drawn. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly look: 'room' | 'heart' | 'pure';
  /** What the room is for, in a few words; below its name in a small one, beside it in a wide one. */
  readonly is?: string;
}

export const size = { width: 960, height: 678 } as const;

const doors = { y: 140, height: 66, look: 'room' } as const;
const below = { y: 362, height: 42, look: 'room' } as const;
const pure = { y: 570, height: 42, width: 116, look: 'pure' } as const;

/** The rooms of `src`, from what starts the service down to its rules. */
export const plan: Readonly<Record<string, Place>> = {
  boot: { x: 28, y: 66, width: 806, height: 42, look: 'room', is: 'opens all that a start needs' },
  cli: { x: 858, y: 66, width: 74, height: 42, look: 'room' },
  storage: { ...doors, x: 28, width: 184, height: 172, is: 'MongoDB' },
  identity: { ...doors, x: 230, width: 78, is: 'sign-in' },
  workers: { ...doors, x: 326, width: 78, is: 'outbox' },
  mailing: { ...doors, x: 414, width: 78, is: 'post' },
  web: { ...doors, x: 506, width: 244, height: 192, is: 'pages and JSON' },
  issuing: { ...doors, x: 764, width: 78, is: 'proofs' },
  intake: { ...doors, x: 856, width: 76, is: 'uploads' },
  letters: { ...below, x: 368, width: 82 },
  i18n: { ...below, x: 534, width: 78 },
  threads: { ...below, x: 815, width: 68 },
  commands: { x: 28, y: 434, width: 904, height: 90, look: 'heart', is: 'what people and the clock do' },
  assignment: { ...pure, x: 44 },
  policies: { ...pure, x: 195 },
  workflow: { ...pure, x: 346 },
  register: { ...pure, x: 497 },
  criteria: { ...pure, x: 648 },
  scoring: { ...pure, x: 800 },
};

/** Rooms that are floors of rooms again, and how many of these stand in a row. */
export const floors: Readonly<Record<string, number>> = { storage: 2, web: 3, commands: 10 };

/** The words that rooms have in common on these floors, in the order in which a file meets them. */
export const capabilities = [
  ...['application', 'review', 'committee', 'label', 'register'],
  ...['verify', 'people', 'privacy', 'complaint', 'exchange', 'desk', 'site'],
];
