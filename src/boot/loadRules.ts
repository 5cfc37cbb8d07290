import { fileURLToPath } from 'node:url';
import type { Deps } from '../commands/ports/ports.ts';
import { procedureShape } from '../policies/procedure.ts';
import { impartialityShape } from '../policies/tie.ts';
import { projectFile } from '../projectFile.ts';
import { loadAgreement } from './loadAgreement.ts';
import { loadDataMap } from './loadDataMap.ts';
import { readRules } from './readRules.ts';

const path = (name: string) => fileURLToPath(projectFile(name));

/** The rules that lie beside the criteria. */
export async function loadRules(): Promise<
  Pick<Deps, 'impartiality' | 'procedure' | 'agreement' | 'dataMap'>
> {
  return {
    impartiality: await readRules(path('criteria/impartiality.yaml'), impartialityShape),
    procedure: await readRules(path('criteria/procedure.yaml'), procedureShape),
    agreement: await loadAgreement(path('templates/agreement')),
    dataMap: await loadDataMap(path('criteria/data.yaml')),
  };
}
