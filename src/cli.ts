#!/usr/bin/env node
import { Command } from 'commander';
import { checkCriteria } from './cli/checkCriteria.ts';
import { demo } from './cli/demo.ts';
import { diagram } from './cli/diagram.ts';
import { journalVerify } from './cli/journalVerify.ts';
import { serve } from './cli/serve.ts';

const program = new Command('made-in-ess').description('The service that runs the Made in ESS label');

program.command('serve').description('start the service').action(serve);

program
  .command('demo')
  .description('carry a specimen organisation from registration to its public label page, over HTTP')
  .option('--once', 'end when the label is there instead of staying up')
  .option('--resume', 'go on with what an earlier demonstration left instead of starting empty')
  .action(demo);

program
  .command('check-criteria')
  .description('check every criteria version and say what changed between them')
  .argument('[folder]', 'folder of the criteria', 'criteria')
  .action(checkCriteria);

program
  .command('diagram')
  .description('draw the machines as SVG')
  .argument('[folder]', 'where to', 'var/diagrams')
  .action(diagram);

program
  .command('journal')
  .description('the append-only journal')
  .command('verify')
  .description('walk every chain and name what breaks it')
  .action(journalVerify);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
