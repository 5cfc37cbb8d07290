import * as z from 'zod';

/** Every language that the words of the service are written in (templates/locales). */
export const writtenLanguages = ['fr', 'de', 'it', 'en'] as const;
/** Every currency that figures can be asked for in. */
export const currencies = ['CHF', 'EUR'] as const;
/** Every legal form that the service knows. */
export const knownLegalForms = [
  'association',
  'cooperative',
  'foundation',
  'company',
  'selfEmployed',
  'public',
  'socialCooperative',
  'socialEnterprise',
] as const;
/** Every kind of number of an organisation that the service can check (register/identifier.ts). */
export const identifierKinds = ['uid', 'siren', 'siret', 'codiceFiscale'] as const;

/** How independent an assessor is of whom it assesses (UNTP core 0.6.1, assessorLevelCode). */
export const assessorLevels = [
  'Self',
  'Commercial',
  'Buyer',
  'Membership',
  'Unspecified',
  '3rdParty',
] as const;

const id = z.string().regex(/^[a-z][A-Za-z0-9-]{0,40}$/);
const line = z.string().trim().min(1).max(120);
const country = z.string().regex(/^[A-Z]{2}$/);
const postcode = z.string().regex(/^\d{3,6}$/);
const degree = z.number().min(-180).max(180);

const region = z.strictObject({
  id,
  /** Whose public holidays count there, as `date-holidays` names country and state. */
  holidays: z.union([z.tuple([country]), z.tuple([country, z.string()])]),
  /** Postcodes from the first to the last; absent for the one region of all that lies in no other. */
  postcodes: z.array(z.union([z.tuple([postcode]), z.tuple([postcode, postcode])])).exactOptional(),
});

const spoken = z.strictObject({
  language: z.enum(writtenLanguages),
  /** By which days and figures are written. */
  locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
  /** What stands below the name of the label, in two lines as a badge has them. */
  strapline: z.tuple([line.max(28), line.max(28)]),
  /** What its region calls the part of the economy that it is for, as sentences have it in their middle, without an article. */
  economy: line.max(40),
});

/** The shape of profile.yaml: what is particular to a label, whatever the version of its criteria. */
export const profileShape = z
  .strictObject({
    /** What the label is called, in every language. */
    name: line.max(40),
    /** What its numbers begin with. */
    prefix: z.string().regex(/^[A-Z]{3}$/, 'three capital letters'),
    /** Languages that it is served in; the first one binds. */
    languages: z.array(spoken).min(1),
    currency: z.enum(currencies),
    /** Days begin and deadlines end by its clocks. */
    timeZone: z.string().refine(isCentralEuropean, 'a time zone of Central Europe, as Europe/Zurich'),
    /** Where its letters are dated from. */
    place: line,
    /** Who runs it and how to reach them, where the operator's settings say nothing else. */
    contact: z
      .strictObject({
        name: line.exactOptional(),
        email: z.email().max(254).exactOptional(),
        phone: line.exactOptional(),
        address: z.string().trim().min(1).max(200).exactOptional(),
      })
      .exactOptional(),
    /** What postcodes are like, country by country, and what people write before them. */
    postcodes: z
      .array(
        z.strictObject({ country, digits: z.number().int().min(3).max(6), before: z.array(line).min(1) }),
      )
      .min(1),
    /** Postcodes of places in two regions, which do not tell the region. */
    unsure: z.array(postcode),
    /** Names of places that languages write in several ways, in small letters without accents: whoever searches one finds all. */
    sameWords: z.array(z.array(z.string().regex(/^[a-z]+$/, 'small letters without accents')).min(2)),
    /** Where organisations work from; the holidays of the first one count for whoever did not say where. */
    regions: z.array(region).min(2),
    /** The regions that belong to each zone which a version of the criteria is for. */
    zones: z.record(id, z.array(id).min(1)),
    /** The legal forms that are offered, in this order; `plain` ones belong to the social economy by definition. */
    legalForms: z
      .array(z.strictObject({ id: z.enum(knownLegalForms), plain: z.boolean().exactOptional() }))
      .min(1),
    /** The kinds of numbers that organisations may give. */
    identifiers: z.array(z.enum(identifierKinds)).min(1),
    /** What conformity credentials say of whoever judges the holders. */
    assessorLevel: z.enum(assessorLevels).default('Unspecified'),
    /** What people type who look for where they can pay in a local currency; absent where the region has none. */
    localCurrency: line.exactOptional(),
    /** What map.svg draws, in degrees (WGS 84) and in its own units. */
    map: z.strictObject({
      west: degree,
      south: degree,
      east: degree,
      north: degree,
      width: z.number().positive(),
      height: z.number().positive(),
    }),
  })
  .superRefine(({ regions, zones }, ctx) => {
    const fault = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    const rest = regions.filter(({ postcodes }) => postcodes === undefined);
    if (rest.length !== 1) fault('regions', 'exactly one region has no postcodes: that of all other places');
    const ids = new Set(regions.map((one) => one.id));
    if (ids.size < regions.length) fault('regions', 'a region stands there twice');
    const unknown = Object.values(zones)
      .flat()
      .filter((one) => !ids.has(one));
    if (unknown.length > 0) fault('zones', `no such region: ${unknown.join(', ')}`);
  });

/** One hour ahead of UTC in winter and two in summer: register/day.ts counts on that. */
function isCentralEuropean(timeZone: string): boolean {
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone)) return false;
  const { format } = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  return format(Date.UTC(2026, 0, 1, 12)) === '13' && format(Date.UTC(2026, 6, 1, 12)) === '14';
}
