import { writeFileSync } from 'node:fs';
import { renderChart } from '../support/deploy/renderChart.ts';

// Needs Go: `npm test` looks at what it wrote, `npm run drill` renders anew.
writeFileSync(new URL('chart.yaml', import.meta.url), renderChart());
