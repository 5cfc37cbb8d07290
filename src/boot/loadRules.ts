import { fileURLToPath } from 'node:url';
import type { Deps } from '../commands/ports/ports.ts';
import { readYaml } from '../parseYaml.ts';
import { procedureShape } from '../policies/procedure.ts';
import { impartialityShape } from '../policies/tie.ts';
import { schemeFile } from '../profile/schemeFile.ts';
import { loadAgreement } from './loadAgreement.ts';
import { loadDataMap } from './loadDataMap.ts';

const path = (name: string) => fileURLToPath(schemeFile(name));

/** The rules that lie beside the criteria. */
export function loadRules(): Pick<Deps, 'impartiality' | 'procedure' | 'agreement' | 'dataMap'> {
  return {
    impartiality: readYaml(path('impartiality.yaml'), impartialityShape),
    procedure: readYaml(path('procedure.yaml'), procedureShape),
    agreement: loadAgreement(path('agreement')),
    dataMap: loadDataMap(path('data.yaml')),
  };
}
