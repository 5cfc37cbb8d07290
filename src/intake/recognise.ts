import { fileTypeFromBuffer } from 'file-type';
import { checkDisguise, isText } from './checkText.ts';
import { type KindName, kindOf, kinds } from './kinds.ts';
import { refuse } from './refuse.ts';

const programs =
  /^application\/(x-(msdownload|elf|mach-binary|google-chrome-extension|xpinstall|ms-regedit|shockwave-flash)|wasm|java-(vm|archive)|vnd\.android\.package-archive|x\.ms\.shortcut)$/;
const archives =
  /^application\/(zip|gzip|zstd|x-(7z-compressed|rar-compressed|tar|bzip2|xz|lzip|lzh-compressed|lz4|compress|unix-archive|cpio|ace-compressed|arj|apple-diskimage|deb|rpm|asar)|vnd\.ms-cab-compressed|epub\+zip)$/;

/** The kind of a file by its content, which its ending has to agree with; any other kind is refused by name. */
export async function recognise(bytes: Buffer, extension: string): Promise<KindName> {
  const found = await fileTypeFromBuffer(bytes);
  const name = found ? kindOf(found.mime) : textKind(bytes, extension);
  if (name === null) return refuseFormat(found?.mime ?? '', found?.ext ?? '');
  const { extensions, label } = kinds[name];
  if (extension !== '' && !(extensions as readonly string[]).includes(extension)) {
    refuse('fileExtension', { extension: shown(extension), format: label });
  }
  return name;
}

/** Content without a signature is text to its end, or nothing that we know. */
function textKind(bytes: Buffer, extension: string): KindName | null {
  checkDisguise(bytes);
  if (isText(bytes)) return extension === 'csv' ? 'csv' : 'txt';
  return extension === 'csv' || extension === 'txt' ? refuse('fileCharacters') : null;
}

function refuseFormat(mime: string, ext: string): never {
  const format = shown(ext).toUpperCase();
  if (mime === '') refuse('fileUnknown');
  if (mime.includes('macroenabled')) refuse('officeMacros');
  if (programs.test(mime)) refuse('fileProgram');
  if (archives.test(mime)) refuse('fileArchive');
  if (/^(application|text)\/(.*\+)?(xml|html)$/.test(mime) || mime === 'image/svg+xml') refuse('fileMarkup');
  if (/^(audio|video)\/|^application\/(ogg|mp4|vnd\.ms-asf)/.test(mime)) refuse('fileMedia');
  if (mime.startsWith('image/')) refuse('filePicture', { format });
  return refuse('fileFormat', { format });
}

/** What is repeated of a typed ending: enough to know it again. */
function shown(extension: string): string {
  return [...extension].slice(0, 12).join('');
}
