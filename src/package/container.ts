import { damaged, PackageError } from './error';
import { pack, readZip, unpack, writeZip, type ZipEntry } from './zip';

/**
 * The parts of a package by name. What is not set, added or removed leaves as it came, compressed bytes included.
 * Part names have no leading slash and are compared without regard to letter case, as the standard says.
 */
export class Package {
  private readonly entries: ZipEntry[];
  private readonly places = new Map<string, number>();
  private readonly texts = new Map<string, string>();
  private readonly removed = new Set<string>();

  private constructor(entries: ZipEntry[]) {
    this.entries = entries;
    entries.forEach((entry, place) => {
      const key = keyOf(entry.name);
      if (this.places.has(key)) {
        throw damaged(`The file holds the part ${entry.name} twice`);
      }
      this.places.set(key, place);
    });
  }

  static open(bytes: Uint8Array): Package {
    refuseCompoundFile(bytes);
    return new Package(readZip(bytes));
  }

  has(part: string): boolean {
    const key = keyOf(part);
    return this.places.has(key) && !this.removed.has(key);
  }

  /** The text of an XML part; throws if there is none of that name. */
  text(part: string): string {
    const key = keyOf(part);
    const known = this.texts.get(key);
    if (known !== undefined) {
      return known;
    }
    const entry = this.entries[this.places.get(key) ?? -1];
    if (!entry || this.removed.has(key)) {
      throw damaged(`The file refers to a part ${part} that it does not hold`);
    }
    const text = decodeXml(unpack(entry), part);
    this.texts.set(key, text);
    return text;
  }

  /** Replaces a part, or adds it at the end. */
  set(part: string, text: string): void {
    const key = keyOf(part);
    const content = new TextEncoder().encode(asUtf8(text));
    const place = this.places.get(key);
    this.texts.set(key, text);
    this.removed.delete(key);
    if (place === undefined) {
      this.places.set(key, this.entries.length);
      this.entries.push(pack(part, content));
    } else {
      this.entries[place] = pack(part, content, this.entries[place]);
    }
  }

  remove(part: string): void {
    this.removed.add(keyOf(part));
    this.texts.delete(keyOf(part));
  }

  save(): Uint8Array {
    return writeZip(this.entries.filter((entry) => !this.removed.has(keyOf(entry.name))));
  }
}

const keyOf = (part: string): string => part.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

/** An OLE compound file: an encrypted workbook, or one of Excel 97 to 2003. */
function refuseCompoundFile(bytes: Uint8Array): void {
  const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) {
    return;
  }
  const encrypted = indexOf(bytes, utf16('EncryptedPackage')) >= 0;
  throw encrypted
    ? new PackageError(
        'ENCRYPTED',
        'The workbook is protected by a password to open. Save a copy without that password, then try again.',
      )
    : new PackageError(
        'OLD_FORMAT',
        'The file is in the format of Excel 97 to 2003 (.xls). Save it as .xlsx in Excel, then try again.',
      );
}

const utf16 = (text: string): number[] => [...text].flatMap((c) => [c.charCodeAt(0), 0]);

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) {
      return at;
    }
  }
  return -1;
}

/** Parts are UTF-8 or, with a byte order mark, UTF-16; anything else is refused rather than misread. */
function decodeXml(bytes: Uint8Array, part: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  const text = decode(bytes, encoding);
  if (text === undefined) {
    throw damaged(`The part ${part} holds bytes that are no ${encoding.toUpperCase()} text`);
  }
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1]?.toLowerCase() ?? encoding;
  if (!isUtf16 && declared !== 'utf-8' && declared !== 'us-ascii') {
    throw damaged(`The part ${part} is in the encoding ${declared}; Excel writes UTF-8`);
  }
  return text;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The decoder's only complaint is that the bytes are none of its encoding; the caller says so with the part's name.
    return undefined;
  }
}

/** A changed part is written as UTF-8, and must not go on saying otherwise. */
const asUtf8 = (text: string): string => text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])[^"']+(["'])/, '$1UTF-8$2');
