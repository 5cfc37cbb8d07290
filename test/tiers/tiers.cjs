const { readdirSync, readFileSync } = require('node:fs');
const { join, relative, resolve } = require('node:path');

/** Processor seconds of a test file that names no budget. */
const usual = 4;
const root = resolve(__dirname, '../..');
const head = /^\/\/ (?:Tier: (all|night)\.)?\s*(?:Budget: (\d+) s\.)?$/;

/** What the first line of a test file says, e.g. `// Tier: all. Budget: 40 s.`; without one, a file is quick. */
function headOf(file) {
  const [line = ''] = readFileSync(join(root, file), 'utf8').split('\n', 1);
  const [, tier = 'quick', seconds = usual] = head.exec(line) ?? [];
  return { file, tier, budget: Number(seconds) };
}

/** Every test file with its tier and its budget. */
function testFiles() {
  const found = readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true });
  return found
    .filter(({ name }) => name.endsWith('.test.ts'))
    .map(({ name, parentPath, path }) => headOf(relative(root, join(parentPath ?? path, name))));
}

/**
 * The files of a tier, the most expensive first, so that no process is left alone with one at the end. `all` contains the quick ones;
 * `night` contains only what takes too long for the other two.
 */
function filesOf(tier) {
  const files = testFiles().filter((one) => one.tier === tier || (tier === 'all' && one.tier === 'quick'));
  return files.sort((a, b) => b.budget - a.budget || (a.file < b.file ? -1 : 1)).map(({ file }) => file);
}

module.exports = { filesOf, testFiles };
