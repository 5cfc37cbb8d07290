/** How often one key may do something within a window that starts with its first time. */
export interface LimitRule {
  readonly times: number;
  readonly seconds: number;
  /** Where it is counted: together with the other processes, or by each for itself because even that would cost too much. */
  readonly place: 'shared' | 'memory';
  /** So many are counted by each process for itself before it tells the others. */
  readonly batch: number;
}

const minutes = 60;
const shared = { place: 'shared', batch: 1 } as const;

/** What is counted, by whom, and why so much of it is enough. */
export const limitRules = {
  /** Six tries to get a letter is someone with a slow mail server; more floods a mailbox that may be another's. */
  lettersToAddressFromClient: { times: 6, seconds: 15 * minutes, ...shared },
  /** From everywhere together: it takes several clients to keep another person from their letters. */
  lettersToAddress: { times: 20, seconds: 15 * minutes, ...shared },
  /** Letters that one person has sent to others: an organisation invites its people in one go. */
  invitationsOfPerson: { times: 30, seconds: 60 * minutes, ...shared },
  /** An office behind one address signs in together in the morning; nobody writes to hundreds of mailboxes from here. */
  lettersFromClient: { times: 30, seconds: 15 * minutes, ...shared },
  /** Six letters of five tries each: with a million codes, a day of this guesses one in three hundred times, alone. */
  codesFromClient: { times: 30, seconds: 15 * minutes, ...shared },
  /** One save a second, which automatic saving of a long form may reach for a while. */
  writesOfPerson: { times: 300, seconds: 5 * minutes, ...shared },
  /** Visitors write only to sign in and to unsubscribe. */
  writesOfVisitor: { times: 60, seconds: 5 * minutes, ...shared },
  /** A form that comes too soon is read all the same, to be handed back: forms of people who share an address, not a flood. */
  formsHandedBack: { times: 120, seconds: minutes, place: 'memory', batch: 1 },
  /** A trial of the whole form is computed and drawn anew each time; nobody changes an answer every five seconds for long. */
  trialsFromClient: { times: 60, seconds: 5 * minutes, place: 'memory', batch: 1 },
  /** Someone who saw several misuses, or a shop's guests, each with a slip or two; each is read by a person, and may bring a file. */
  complaintsFromClient: { times: 20, seconds: 60 * minutes, ...shared },
  /** Who copies a secret from paper slips now and then; of 80 bits, nobody guesses one at this pace. */
  complaintSecretsFromClient: { times: 20, seconds: 15 * minutes, ...shared },
  /** What one organisation says that it looks for: the ten that may be open, and as many again that it corrects or takes back. */
  needsOfOrganisation: { times: 20, seconds: 24 * 60 * minutes, ...shared },
  /** Messages of one organisation to others: it answers everybody who writes, and nobody writes to everyone in a day. */
  messagesOfOrganisation: { times: 40, seconds: 24 * 60 * minutes, ...shared },
  /** Messages of one person to other organisations, whichever they write for: an organisation is registered in a minute. */
  messagesOfPerson: { times: 40, seconds: 24 * 60 * minutes, ...shared },
  /** Messages of each side on one file: whole conversations in a day, with room to spare. */
  messagesOnFile: { times: 30, seconds: 24 * 60 * minutes, ...shared },
  /** A team that answers one after the other on one tablet or behind one address; counted in memory, so that nothing is stored of who answered. */
  questionnairesFromClient: { times: 60, seconds: 60 * minutes, place: 'memory', batch: 1 },
  /** Someone who checks a folder of files; each costs its sender more than us. */
  filesFromClient: { times: 30, seconds: 10 * minutes, ...shared },
  /** Whoever takes a label into a wallet sends six requests; of the codes of an offer, nobody guesses one at this pace. */
  walletsFromClient: { times: 120, seconds: 10 * minutes, ...shared },
  /** A visitor who has one after the other shown, behind one address with others. */
  walletRequestsFromClient: { times: 60, seconds: 10 * minutes, ...shared },
  /** Who takes a label into the wallets of some people, with some that go wrong; each digest of a code costs. */
  walletOffersOfPerson: { times: 20, seconds: 60 * minutes, ...shared },
  /** Lists of a thousand numbers: someone who compares a tender's with it, some times over, or a program in turns. */
  listsFromClient: { times: 60, seconds: 10 * minutes, ...shared },
  /** The report of a year is drawn anew each time: one in each language, for some people behind one address. */
  reportsFromClient: { times: 20, seconds: 10 * minutes, ...shared },
  /** The calendars of one person's devices, each of which asks some times in an hour at most; each time reads all their lists. */
  calendarReadsOfPerson: { times: 60, seconds: 60 * minutes, ...shared },
  /** The whole register at once: a program takes it once an hour, one that was begun anew some times more. */
  downloads: { times: 10, seconds: 10 * minutes, ...shared },
  /** A paper is drawn anew each time: a proof and a file of each submission, looked at a few times. */
  papersOfPerson: { times: 30, seconds: 5 * minutes, ...shared },
  /** A folder of evidence at once; each file costs a scan and a re-encoding. */
  uploadsOfPerson: { times: 60, seconds: 10 * minutes, ...shared },
  /** Photographs of the offers of one organisation: all of a label's offers in a day, each tried twice. */
  photosOfOrganisation: { times: 100, seconds: 24 * 60 * minutes, ...shared },
  /** An export reads all there is; who lost one takes another, not a hundred. */
  exportsOfPerson: { times: 10, seconds: 60 * minutes, ...shared },
  /** A list with one filter after another; each reads all its rows. */
  listsOfPerson: { times: 60, seconds: 60 * minutes, ...shared },
  /** Four pages a second for five minutes: no reader, but a program that copies what it may see. */
  readsOfPerson: { times: 1200, seconds: 5 * minutes, place: 'shared', batch: 20 },
  /** Ten times an address without a key: a shop that shows its shelves' labels, or a portal that follows the register. */
  readsOfKey: { times: 6000, seconds: minutes, place: 'shared', batch: 20 },
  /** The whole register every ten seconds is a copy that should follow its changes instead. */
  downloadsOfKey: { times: 60, seconds: 10 * minutes, ...shared },
  /** A thousand numbers a second, for as long as somebody needs. */
  listsOfKey: { times: 600, seconds: 10 * minutes, ...shared },
  /** A folder of evidence at once, as a person brings it. */
  uploadsOfKey: { times: 60, seconds: 10 * minutes, ...shared },
  /** Twenty-five a second, which Entra ID asks for: a directory that matches all of its people at once. */
  scimOfToken: { times: 1500, seconds: minutes, place: 'shared', batch: 20 },
  /** A directory whose token was replaced asks some times before somebody looks; nobody guesses one at this pace. */
  scimRefusedFromClient: { times: 60, seconds: 15 * minutes, ...shared },
  /** A program whose key ended asks some times before somebody looks; each refusal reads the database once. */
  keysRefusedFromClient: { times: 60, seconds: 15 * minutes, ...shared },
  /** Ten look-ups a second is a page with many badges; walking through all numbers takes longer than it is worth. */
  lookups: { times: 600, seconds: minutes, place: 'memory', batch: 1 },
} as const satisfies Readonly<Record<string, LimitRule>>;

/** What is left of a class after one more time was counted. */
export interface Quota {
  readonly remaining: number;
  /** Seconds until the window ends. */
  readonly resets: number;
}

export type LimitClass = keyof typeof limitRules;
export type LimitRules = Readonly<Record<LimitClass, LimitRule>>;
