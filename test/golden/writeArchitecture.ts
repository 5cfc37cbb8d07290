/** Draws docs/architecture.svg from the imports of today: `npm run diagram`. */
import { writeFileSync } from 'node:fs';
import { drawArchitecture } from '../support/architecture/draw.ts';

writeFileSync(new URL('../../docs/architecture.svg', import.meta.url), drawArchitecture());
