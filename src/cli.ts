#!/usr/bin/env node
import { Command } from 'commander';
import { ownVersion } from './boot/ownVersion.ts';
import { collect } from './cli/collect.ts';
import { addLogCommands } from './cli/logCommands.ts';
import { addMailCommands } from './cli/mailCommands.ts';

// A profile at fault is told in its sentence, as every other fault is.
const { bindingLanguage, languages, profile } = await import('./profile/profile.ts').catch(
  (error: unknown): never => {
    tell(error);
    process.exit(1);
  },
);

// Commands are loaded on demand, so that a start does not wait for unused code.
const program = new Command('made-in-ess')
  .description(`The service that runs a label: here ${profile.name}`)
  .version(ownVersion());

program
  .command('serve')
  .description('start the service; with files of settings, the label of each in a thread of its own')
  .argument('[files...]', 'lines NAME=value, laid over the environment')
  .action(async (files: readonly string[]) => {
    if (files.length > 0) await (await import('./cli/serveSchemes.ts')).serveSchemes(files);
    else await (await import('./cli/serve.ts')).serve();
  });

program
  .command('demo')
  .description('carry a specimen organisation from registration to its public label page, over HTTP')
  .option('--once', 'end once the label is issued, instead of staying up')
  .option('--resume', 'continue an earlier demonstration instead of starting empty')
  .action(async (options) => (await import('./cli/demo.ts')).demo(options));

program
  .command('seed')
  .description(
    'fill the register and the desk with specimens: a further run adds others; Ctrl-C ends with what is whole',
  )
  .option('--labels <count>', 'how many labels', '0')
  .option('--files <count>', 'how many files that wait on the desk of the officers', '0')
  .option(
    '--seed <number>',
    'others from another number, the same from the same on an empty database',
    '2013',
  )
  .option('--day <day>', 'as they stand on that day (YYYY-MM-DD) instead of today')
  .action(async (options) => (await import('./cli/seed.ts')).seed(options));

program
  .command('clock')
  .description('rehearse the future on a copy of the data; the original is only read, no e-mail is sent')
  .requiredOption('--until <day>', 'as far as this day (YYYY-MM-DD)')
  .option('--json', 'a line of JSON for each day, and one for all')
  .option('--letters <file>', 'keep the e-mails that would go, as JSON Lines in a new file')
  .action(async (options) => (await import('./cli/clock.ts')).clock(options));

program
  .command('shard')
  .description(
    'spread the large collections over the shards of the cluster in MONGODB_URI; told again, it changes nothing',
  )
  .action(async () => (await import('./cli/shard.ts')).shard());

program
  .command('check-criteria')
  .description(
    'check the folder of the scheme in SCHEME, of every scheme where none is named, and say what changed',
  )
  .action(async () => {
    if ((await import('./profile/schemeFile.ts')).isSchemeNamed)
      await (await import('./cli/checkCriteria.ts')).checkCriteria();
    else (await import('./cli/checkAllCriteria.ts')).checkAllCriteria();
  });

program
  .command('criteria')
  .description('versions of the criteria')
  .command('diff')
  .description('show what changed between two versions, and who would lose the label')
  .argument('<from>', 'version, e.g. 1.0.0')
  .argument('<to>', 'version, e.g. 1.1.0')
  .option('--dry-run', 'apply the later version to every current label and every draft')
  .option('--json', 'one line of JSON a change, a file and the totals')
  .action(async (from, to, options) =>
    (await import('./cli/criteriaDiff.ts')).criteriaDiff(from, to, options),
  );

program
  .command('diagram')
  .description('draw the machines as SVG')
  .argument('[folder]', 'where to', 'var/diagrams')
  .action(async (folder) => (await import('./cli/diagram.ts')).diagram(folder));

program
  .command('journal')
  .description('the append-only journal')
  .command('verify')
  .description('check every chain and name what breaks it; with files, the exported chains in them')
  .argument('[files...]', 'journal/*.jsonl of an exported file; no database is asked then')
  .action(async (files) =>
    files.length > 0
      ? (await import('./cli/verifyExport.ts')).verifyExport(files)
      : (await import('./cli/journalVerify.ts')).journalVerify(),
  );

program
  .command('grant-role')
  .description('give a role to the person who signs in with an address, such as the first administrator')
  .argument('<email>', 'their address')
  .argument('<role>', 'reviewer, officer, committee, chair or administrator')
  .action(async (email, role) => (await import('./cli/grantRole.ts')).grantRole(email, role));

addMailCommands(program);

program
  .command('health')
  .description('print the state of the service as JSON; exit code 0 if it is in order, 1 for soon, 2 for now')
  .action(async () => (await import('./cli/health.ts')).health());

program
  .command('probe')
  .description('ask the service of these settings whether it is alive; exit code 0 if it is')
  .option('--ready', 'ask whether it is ready')
  .action(async (options) => (await import('./cli/probe.ts')).probe(options));

program
  .command('backup')
  .description('save everything as of one instant, encrypted to public keys; completely or not at all')
  .argument('<file>', 'where to; folder/ names the file itself; - for standard output')
  .option('--recipient <key>', 'a public key that opens it (age1…); may be given several times', collect)
  .option('--unencrypted', 'without encryption, when the storage is encrypted')
  .option('--keep <count>', 'for a folder/: keep that many of its backups, once the new one is complete')
  .option('--without-keys', 'leave out the keys and secrets of the installation')
  .action(async (file, options) => (await import('./cli/backup/backup.ts')).backup(file, options));

program
  .command('backup-key')
  .description('create a secret key that opens backups, and print the public key to encrypt them to')
  .argument('<file>', 'where the secret key goes: away from this server')
  .action(async (file) => (await import('./cli/backup/backupKey.ts')).backupKey(file));

program
  .command('restore')
  .description('restore a backup into an empty database, or check it without touching any')
  .argument('<file>', 'the backup; - for standard input')
  .option('--identity <file>', 'a secret key that opens it; may be given several times', collect)
  .option(
    '--check',
    'restore it elsewhere (CHECK_MONGODB_URI, or a server of its own), and check journal, files, labels and credentials there',
  )
  .option('--recipient <key>', 'with --check: a public key that may open it; repeatable', collect)
  .option('--keys <folder>', 'extract keys and secrets into a new folder')
  .action(async (file, options) => (await import('./cli/backup/restore.ts')).restore(file, options));

program
  .command('migrate')
  .description('migrate the database to this version, as its start does')
  .option('--contract', 'remove what only older versions need, once none of them runs')
  .action(async (options) => (await import('./cli/migrate.ts')).migrate(options));

program
  .command('doctor')
  .description(
    'print what is wrong with the installation and what to do; 0 for nothing, 1 for soon, 2 for now',
  )
  .action(async () => (await import('./cli/doctor.ts')).doctor());

program
  .command('rotate-key')
  .description('create new keys for credentials and tokens; what older ones signed still verifies')
  .option('--distrust <id>', 'end the trust in a key that is lost or compromised, e.g. key-2026-1')
  .action(async (options) => (await import('./cli/rotateKey.ts')).rotateKey(options));

program
  .command('trust-bundle')
  .description('save the signed reference data of checks: keys, status lists and the register, as JSON Lines')
  .argument('[file]', 'where to', 'var/trust-bundle.jsonl')
  .action(async (file) => (await import('./cli/trustBundle.ts')).trustBundle(file));

const root = program
  .command('root')
  .description('the root of trust for verifiers of files: metadata that people sign with offline keys');

root
  .command('key')
  .description(
    'make a key that signs root metadata, or the service’s key for trust bundles (KEYS_DIR/bundle.pem)',
  )
  .argument('<file>', 'where the secret key goes; its public half goes to FILE.pub')
  .action(async (file) => (await import('./cli/root.ts')).rootKey(file));

root
  .command('make')
  .description(
    'write root metadata to be signed: the first, or the one after another, with its keys unless others are named',
  )
  .argument('<file>', 'where to')
  .option('--issuer <url>', 'for the first root: PUBLIC_URL of the service')
  .option('--after <file>', 'the previous root')
  .option('--threshold <count>', 'how many of the people must sign (2, or as before)')
  .option('--key <file>', 'public key of a person that signs roots; several times', collect)
  .option('--bundle-key <file>', 'public key of a service that signs trust bundles; several times', collect)
  .option('--log <vkey>', 'key of the public log whose proofs are believed (log/keys.json)')
  .option('--witness <vkey>', 'with --log: key of a witness; several times', collect)
  .option('--quorum <count>', 'with --log: how many witnesses must have signed; else more than half')
  .option('--days <count>', 'days of validity', '730')
  .action(async (file, options) => (await import('./cli/root.ts')).rootMake(file, options));

root
  .command('sign')
  .description('sign root metadata; a later root needs enough signatures of the previous one and of its own')
  .argument('<file>', 'the metadata, to which the signature is added')
  .requiredOption('--key <file>', 'the secret key')
  .action(async (file, options) => (await import('./cli/root.ts')).rootSign(file, options));

root
  .command('publish')
  .description('publish root metadata on the service of these settings, once enough people signed it')
  .argument('<file>', 'the metadata')
  .action(async (file) => (await import('./cli/root.ts')).rootPublish(file));

program
  .command('verify')
  .description('check a certificate, badge or credential offline; exit code 0 only if every check passes')
  .argument('<file>', 'PDF, PNG, SVG, JSON, or a picture of a badge')
  .option('--bundle <file>', 'the reference data', 'var/trust-bundle.jsonl')
  .option('--root <file>', 'root metadata to trust, received another way than the bundle; given once')
  .option('--memory <file>', 'where root and newest bundle are remembered', 'var/trusted.json')
  .option('--on <day>', 'check for an earlier day (YYYY-MM-DD), as with an archived bundle of it')
  .option('--language <language>', languages.join(', '), bindingLanguage)
  .option('--json', 'the checks as data')
  .action(async (file, options) => (await import('./cli/verify.ts')).verify(file, options));

addLogCommands(program, { languages, bindingLanguage });

/** What is said in codes to readers of pages has its sentence as its cause. */
function tell(error: unknown): void {
  const says = error instanceof Error && (typeof error.cause === 'string' ? error.cause : error.message);
  console.error(says || error);
}

program.parseAsync().catch((error: unknown) => {
  tell(error);
  process.exitCode ||= 1;
});
