import { AnswerLost, Killed } from './dying.ts';
import { Invariants } from './invariants.ts';
import { isExpected } from './process.ts';
import { PublicForms } from './publicForms.ts';
import { RegisterCopies } from './registerCopies.ts';
import { Told } from './told.ts';
import type { World } from './world.ts';

/** How often each move was made, and how often it ended in which way. */
export type Tally = Map<string, Map<string, number>>;

/** A life as it is lived: its world, and what was tried in it. */
export class Life {
  readonly world: World;
  /** What was tried so far, each with how it ended. */
  readonly story: string[] = [];
  private readonly tally: Tally;
  private readonly say: (line: string) => void;
  private readonly invariants: Invariants;
  private readonly forms: PublicForms;
  private readonly copies: RegisterCopies;
  private readonly told: Told;

  constructor(world: World, tally: Tally, say: (line: string) => void) {
    this.world = world;
    this.tally = tally;
    this.say = say;
    this.invariants = new Invariants(world);
    this.forms = new PublicForms(world);
    this.copies = new RegisterCopies(world);
    this.told = new Told(world);
  }

  /** Makes a move; a refusal is a way in which it ends, anything else that goes wrong is a fault. */
  async attempt(name: string, of: string, work: () => Promise<unknown>): Promise<void> {
    const at = this.world.now().toISOString();
    const tell = (end: string) => {
      const line = `${at} ${name} ${of}: ${end}`;
      this.story.push(line);
      this.say(line);
    };
    const end = await endOf(work).catch((error: unknown) => {
      tell('failed');
      throw error;
    });
    tell(end);
    const ends = this.tally.get(name) ?? new Map<string, number>();
    this.tally.set(name, ends.set(end, (ends.get(end) ?? 0) + 1));
  }

  /** Looks at everything that changed since it last looked. */
  look(): Promise<void> {
    return this.world.meanwhile(() => this.lookAround());
  }

  private async lookAround(): Promise<void> {
    const news = await this.world.known.refresh();
    requireNone([
      ...this.world.faults,
      ...(await this.invariants.faults(news)),
      ...(await this.told.faults(news)),
      ...(await this.forms.faults(news)),
    ]);
  }

  /** Lets the workers finish, and looks at everything once more. */
  async end(): Promise<void> {
    const { strike, work } = this.world.stage();
    await strike('clock');
    await work();
    await this.look();
    await this.world.meanwhile(async () =>
      requireNone([
        ...(await this.forms.allFaults()),
        ...(await this.copies.faults()),
        ...(await this.invariants.allFaults()),
      ]),
    );
  }
}

function requireNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
}

async function endOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'taken';
  } catch (error) {
    if (error instanceof Killed || error instanceof AnswerLost) return 'killed';
    if (isExpected(error)) return error.message;
    throw error;
  }
}
