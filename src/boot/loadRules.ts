import { fileURLToPath } from 'node:url';
import type { Deps } from '../commands/ports/ports.ts';
import { readYaml } from '../parseYaml.ts';
import { procedureShape } from '../policies/procedure.ts';
import { impartialityShape } from '../policies/tie.ts';
import { projectFile } from '../projectFile.ts';
import { loadAgreement } from './loadAgreement.ts';
import { loadDataMap } from './loadDataMap.ts';

const path = (name: string) => fileURLToPath(projectFile(name));

/** The rules that lie beside the criteria. */
export function loadRules(): Pick<Deps, 'impartiality' | 'procedure' | 'agreement' | 'dataMap'> {
  return {
    impartiality: readYaml(path('criteria/impartiality.yaml'), impartialityShape),
    procedure: readYaml(path('criteria/procedure.yaml'), procedureShape),
    agreement: loadAgreement(path('templates/agreement')),
    dataMap: loadDataMap(path('criteria/data.yaml')),
  };
}
