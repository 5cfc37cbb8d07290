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

export const size = { width: 1056, height: 806 } as const;

const doors = { y: 140, height: 66, look: 'room' } as const;
const below = { y: 362, height: 42, look: 'room' } as const;
const pure = { y: 632, height: 42, width: 132, look: 'pure' } as const;

/** The rooms of `src`, from what starts the service down to its rules. */
export const plan: Readonly<Record<string, Place>> = {
  boot: { x: 28, y: 66, width: 902, height: 42, look: 'room', is: 'opens all that a start needs' },
  cli: { x: 954, y: 66, width: 74, height: 42, look: 'room' },
  telemetry: { ...doors, x: 28, width: 80, is: 'metrics' },
  storage: { ...doors, x: 124, width: 184, height: 200, is: 'MongoDB' },
  identity: { ...doors, x: 326, width: 78, is: 'sign-in' },
  workers: { ...doors, x: 422, width: 78, is: 'outbox' },
  mailing: { ...doors, x: 510, width: 78, is: 'post' },
  web: { ...doors, x: 602, width: 244, height: 192, is: 'pages and JSON' },
  issuing: { ...doors, x: 860, width: 78, is: 'proofs' },
  intake: { ...doors, x: 952, width: 76, is: 'uploads' },
  letters: { ...below, x: 464, width: 82 },
  i18n: { ...below, x: 630, width: 78 },
  pictures: { x: 994, y: 262, width: 58, height: 42, look: 'room' },
  threads: { ...below, x: 911, width: 68 },
  commands: { x: 28, y: 434, width: 1000, height: 90, look: 'heart', is: 'what people and the clock do' },
  transparency: { ...pure, x: 378, y: 570 },
  assignment: { ...pure, x: 44 },
  policies: { ...pure, x: 211 },
  workflow: { ...pure, x: 378 },
  register: { ...pure, x: 545 },
  criteria: { ...pure, x: 712 },
  scoring: { ...pure, x: 880 },
  profile: { x: 669, y: 738, width: 218, height: 42, look: 'room', is: 'what a scheme is' },
};

/** Rooms that are floors of rooms again, and how many of these stand in a row. */
export const floors: Readonly<Record<string, number>> = { storage: 2, web: 3, commands: 11 };

/** The words that rooms have in common on these floors, in the order in which a file meets them. */
export const capabilities = [
  ...['application', 'review', 'committee', 'label', 'register'],
  ...['verify', 'people', 'privacy', 'complaint', 'exchange', 'desk', 'site', 'transparency'],
];
