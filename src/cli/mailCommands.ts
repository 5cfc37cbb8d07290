import type { Command } from 'commander';

/** Adds the commands that are about e-mails. */
export function addMailCommands(program: Command): void {
  program
    .command('test-email')
    .alias('test-letter')
    .description('send an e-mail as the service does, and say what the mail server answers')
    .argument('<address>', 'to which it goes')
    .action(async (address) => (await import('./testEmail.ts')).testEmail(address));

  program
    .command('bounce')
    .description(
      'take a report on a letter that came back from standard input, as a mail server hands it over',
    )
    .argument('<address>', 'to which the report was sent')
    .action(async (address) => (await import('./bounce.ts')).bounce(address));
}
