import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect } from 'chai';

/** Licences under which this project (EUPL-1.2) may be handed on together with a package. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  // Of data that a package holds: named in its own files, which are handed on with it.
  'CC-BY-3.0',
  'ISC',
  // A library that is loaded as it is, and can be exchanged by who runs the service (EUPL-1.2, appendix).
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  // Fonts.
  'OFL-1.1',
  'PSF-2.0',
  'Unlicense',
  'W3C-20150513',
  'Zlib',
]);

const mit = /Permission is hereby granted, free of charge, to any person obtaining a copy/;

/** Packages whose description names no licence, and the file of theirs that says which one it is. */
const saidInFile: Record<string, { readonly file: string; readonly says: RegExp; readonly licence: string }> =
  {
    // Its data are the specification's own.
    '@digitalbazaar/credentials-context': {
      file: 'LICENSE.md',
      says: /BSD 3-Clause License[\s\S]*Redistribution and use in source and binary forms/,
      licence: 'BSD-3-Clause AND W3C-20150513',
    },
    busboy: { file: 'LICENSE', says: mit, licence: 'MIT' },
    'png-js': { file: 'LICENSE', says: mit, licence: 'MIT' },
    streamsearch: { file: 'LICENSE', says: mit, licence: 'MIT' },
  };

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly unknown[];
}

/** Whether an expression of SPDX can be met with allowed licences alone. */
function isAllowed(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())));
}

describe('the packages that a release is made of', () => {
  const production = async () => {
    const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
    return Object.entries(packages as Record<string, Locked>)
      .filter(([path, { dev }]) => path !== '' && !dev)
      .map(([path, locked]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), ...locked }));
  };

  it('may be redistributed: each has a licence of the list, on every system', async () => {
    const wrong: string[] = [];
    for (const { name, version, license } of await production()) {
      const file =
        license === undefined || license.startsWith('SEE LICENSE IN') ? saidInFile[name] : undefined;
      if (file) expect(await readFile(`node_modules/${name}/${file.file}`, 'utf8'), name).to.match(file.says);
      const licence = file?.licence ?? license ?? 'none';
      if (!isAllowed(licence)) wrong.push(`${name}@${version}: ${licence}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('detects a licence that is not allowed', () => {
    expect(isAllowed('GPL-3.0-only')).to.equal(false);
    expect(isAllowed('MIT AND GPL-3.0-only')).to.equal(false);
    expect(isAllowed('(GPL-2.0-only OR MIT)')).to.equal(true);
    expect(isAllowed('UNLICENSED')).to.equal(false);
  });

  it('come from one registry, pinned by digest, with exact versions', async () => {
    for (const { name, resolved = '', integrity } of await production()) {
      // Nothing is resolved elsewhere: no address of git, no file of a site.
      expect(resolved, name).to.match(/^$|^https:\/\/registry\.npmjs\.org\//);
      expect(integrity, name).to.match(/^sha512-/);
    }
    const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
    for (const [name, version] of Object.entries(dependencies))
      expect(version, name).to.match(/^\d+\.\d+\.\d+$/);
  });

  it('are listed in a bill of materials (CycloneDX), each with version, address and digest', async () => {
    const run = promisify(execFile);
    const { stdout } = await run('npm', ['run', '-s', 'sbom'], {
      maxBuffer: 1 << 26,
      shell: process.platform === 'win32',
    });
    const { bomFormat, specVersion, components } = JSON.parse(stdout);
    expect([bomFormat, specVersion]).to.deep.equal(['CycloneDX', '1.5']);
    // With --omit=dev it would leave out what packages for development need as well, koa among them.
    const listed = new Map<string, Component>(
      (components as Component[]).map((one) => [`${one.name}@${one.version}`, one]),
    );
    for (const { name, version } of await production()) {
      const component = listed.get(`${name}@${version}`);
      expect(component, `${name}@${version} is not listed`).to.not.equal(undefined);
      expect(component?.purl).to.match(/^pkg:npm\//);
      expect(component?.hashes, name).to.have.length(1);
    }
  });
});
