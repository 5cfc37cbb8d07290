import * as z from 'zod';
import { readYaml } from '../parseYaml.ts';
import { schemeFile } from './schemeFile.ts';

const name = z.string().trim().min(1).max(40);

const shape = z.strictObject({
  /** The word with which the name of everything that does not exist says so. */
  specimen: name,
  names: z.strictObject({
    owner: name,
    officer: name,
    complaints: name,
    reviewer: name,
    settles: name,
    rapporteur: name,
    chair: name,
    member: name,
    administrator: name,
    colleague: name,
  }),
});

/** What the people of development and of the demonstration are called in the label of this process. */
export const specimenPeople = readYaml(schemeFile('specimens/people.yaml'), shape);

/** Who signs for an organisation that does not exist. */
export const signer = `${specimenPeople.specimen} ${specimenPeople.names.chair}`;
