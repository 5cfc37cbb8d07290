import type { Command } from 'commander';
import { collect } from './collect.ts';

interface Languages {
  readonly languages: readonly string[];
  readonly bindingLanguage: string;
}

/** Adds the commands of the public log to the program. */
export function addLogCommands(program: Command, { languages, bindingLanguage }: Languages): void {
  const log = program.command('log').description('the public log');
  log
    .command('head')
    .description('print the head that was published last, to be shown to `log resume` after a move')
    .action(async () => (await import('./logHead.ts')).logHead());
  log
    .command('resume')
    .description('after a restore: let the log go on, once it is shown the last head that was published')
    .argument('<file>', 'the newest signed head that anyone kept, or the proof of the newest certificate')
    .action(async (file) => (await import('./logResume.ts')).logResume(file));
  log
    .command('repair')
    .description('make tiles anew that were lost or damaged, where the entries still lead to the signed head')
    .action(async () => (await import('./logRepair.ts')).logRepair());
  log
    .command('audit')
    .description(
      'read a public log from anywhere, without any database; 0 when nothing was changed, left out or said otherwise (1 the log itself, 3 what is shown beside it, 4 too few witnesses, 2 not read)',
    )
    .argument('<url>', 'address of the site, or of its log')
    .option(
      '--state <file>',
      'hold the log to the head and the keys that the last audit kept here, and keep those of today',
    )
    .option('--head <file>', 'hold it to a signed head or a proof that someone else was shown')
    .option('--key <vkey>', 'key of the log; else that of --state, or at first the one that the log names')
    .option('--witness <vkey>', 'with --key: key of a witness; may be given several times', collect)
    .option('--root <file>', 'take key, witnesses and quorum from root metadata that names them')
    .option('--quorum <count>', 'with --key: how many witnesses must have signed; else more than half')
    .option('--language <language>', languages.join(', '), bindingLanguage)
    .option('--json', 'what was found as data')
    .action(async (url, options) => (await import('./logAudit.ts')).logAudit(url, options));
}
