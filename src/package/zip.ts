import { deflateSync, inflateSync } from 'fflate';
import { damaged, PackageError } from './error';

/**
 * The zip file around the parts. Written here rather than left to a library because an entry that nobody touched has to
 * leave as it came: same place, same name, same compressed bytes. Sizes are checked before anything is unpacked, the
 * checksum of every part after.
 */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly checksum: number;
  readonly unpackedSize: number;
  readonly packed: Uint8Array;
  readonly madeBy: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
}

/** More than any workbook of this trade; beyond it a small file may be meant to exhaust the memory. */
const LARGEST_UNPACKED = 512 * 1024 * 1024;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const ENCRYPTED_FLAG = 1;
const SIZES_FOLLOW_FLAG = 8;
const UTF8_FLAG = 0x800;
const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980, 00:00: what Excel writes too; a new part must not depend on a clock. */
const NO_TIME = 0x00210000;
const EVERY_BIT_SET_32 = 0xffffffff;
const EVERY_BIT_SET_16 = 0xffff;

/** The entries in the order of the file's directory. Throws PackageError for what is no zip file or unpacks beyond the limit. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = readDirectory(bytes, view);
    const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedSize, 0);
    if (unpacked > LARGEST_UNPACKED) {
      throw new PackageError(
        'TOO_LARGE',
        `The file would unpack to ${Math.ceil(unpacked / 1024 / 1024)} MB; at most ${LARGEST_UNPACKED / 1024 / 1024} MB are read. ` +
          'Save a copy that holds only the sheets that are needed.',
      );
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) {
      throw damaged('The file is damaged: its directory points outside of the file');
    }
    throw error;
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR) {
    const zip64 = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(zip64, true) !== ZIP64_END) {
      throw damaged('The file is damaged: its directory cannot be found');
    }
    count = Number(view.getBigUint64(zip64 + 32, true));
    at = Number(view.getBigUint64(zip64 + 48, true));
  }
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) {
      throw damaged(`The file is damaged: its directory breaks off after ${i} of ${count} parts`);
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    entries.push(readEntry(bytes, view, at, nameLength, extraLength));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const LONGEST_COMMENT = 0xffff;
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END_OF_CENTRAL) {
      return at;
    }
  }
  throw new PackageError(
    'NOT_A_PACKAGE',
    'The file is not an Excel workbook (.xlsx): it is not a zip package. ' +
      'If it is a text or HTML file with that name, open it in Excel and save it as .xlsx.',
  );
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameBytes = bytes.slice(at + 46, at + 46 + nameLength);
  const name = decodeName(nameBytes);
  if (flags & ENCRYPTED_FLAG) {
    throw new PackageError(
      'ENCRYPTED',
      `The part ${name} is encrypted. Save the workbook without a password, then try again.`,
    );
  }
  const sizes = readSizes(view, at, at + 46 + nameLength, extraLength);
  const local = sizes.offset;
  if (view.getUint32(local, true) !== LOCAL_HEADER) {
    throw damaged(`The file is damaged: the part ${name} is not where the directory says`);
  }
  const dataAt = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (dataAt + sizes.packed > bytes.byteLength) {
    throw damaged(`The file is damaged: the part ${name} breaks off`);
  }
  return {
    name,
    nameBytes,
    flags,
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    checksum: view.getUint32(at + 16, true),
    unpackedSize: sizes.unpacked,
    packed: bytes.subarray(dataAt, dataAt + sizes.packed),
    madeBy: view.getUint16(at + 4, true),
    internalAttributes: view.getUint16(at + 36, true),
    externalAttributes: view.getUint32(at + 38, true),
  };
}

/** Sizes and place of an entry; values too large for their field stand in the zip64 extra field, in a fixed order. */
function readSizes(
  view: DataView,
  at: number,
  extraAt: number,
  extraLength: number,
): { packed: number; unpacked: number; offset: number } {
  let packed = view.getUint32(at + 20, true);
  let unpacked = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) === 1) {
      let next = field + 4;
      const take = (): number => {
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      };
      unpacked = unpacked === EVERY_BIT_SET_32 ? take() : unpacked;
      packed = packed === EVERY_BIT_SET_32 ? take() : packed;
      offset = offset === EVERY_BIT_SET_32 ? take() : offset;
    }
  }
  return { packed, unpacked, offset };
}

/** Part names are ASCII by the standard; a name that is no UTF-8 is kept readable, its bytes are kept as they are. */
const decodeName = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** The unpacked bytes of an entry; throws when they are not what the directory promises. */
export function unpack(entry: ZipEntry): Uint8Array {
  const content = inflate(entry);
  if (content.byteLength !== entry.unpackedSize || crc32(content) !== entry.checksum) {
    throw damaged(`The file is damaged: the content of ${entry.name} does not match its checksum`);
  }
  return content;
}

function inflate(entry: ZipEntry): Uint8Array {
  if (entry.method === STORED) {
    return entry.packed;
  }
  if (entry.method !== DEFLATED) {
    throw new PackageError(
      'DAMAGED',
      `The part ${entry.name} is packed by method ${entry.method}, which Excel does not use. Save the file in Excel.`,
    );
  }
  try {
    // A buffer of the promised size: what unpacks to more than it promises cannot take more memory than was checked.
    return inflateSync(entry.packed, { out: new Uint8Array(entry.unpackedSize) });
  } catch (error) {
    throw damaged(
      `The file is damaged: the part ${entry.name} cannot be unpacked (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** A new content for an entry, or a new entry where there was none. */
export function pack(name: string, content: Uint8Array, before?: ZipEntry): ZipEntry {
  return {
    name,
    nameBytes: before?.nameBytes ?? new TextEncoder().encode(name),
    flags: before ? before.flags : UTF8_FLAG,
    method: DEFLATED,
    time: before?.time ?? NO_TIME,
    checksum: crc32(content),
    unpackedSize: content.byteLength,
    packed: deflateSync(content, { level: 6 }),
    madeBy: before?.madeBy ?? 20,
    internalAttributes: before?.internalAttributes ?? 0,
    externalAttributes: before?.externalAttributes ?? 0,
  };
}

/** The zip file of the entries, in their order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  if (entries.length >= EVERY_BIT_SET_16) {
    throw new PackageError(
      'TOO_LARGE',
      `The file would hold ${entries.length} parts; at most ${EVERY_BIT_SET_16 - 1} are written.`,
    );
  }
  const size = entries.reduce((sum, entry) => sum + 30 + 46 + 2 * entry.nameBytes.length + entry.packed.length, 22);
  if (size >= EVERY_BIT_SET_32) {
    throw new PackageError('TOO_LARGE', 'The file would be larger than 4 GB.');
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, LOCAL_HEADER, true);
    writeCommonFields(view, at + 4, entry);
    bytes.set(entry.nameBytes, at + 30);
    bytes.set(entry.packed, at + 30 + entry.nameBytes.length);
    at += 30 + entry.nameBytes.length + entry.packed.length;
    return offset;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, CENTRAL_HEADER, true);
    view.setUint16(at + 4, entry.madeBy, true);
    writeCommonFields(view, at + 6, entry);
    view.setUint16(at + 36, entry.internalAttributes, true);
    view.setUint32(at + 38, entry.externalAttributes, true);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    bytes.set(entry.nameBytes, at + 46);
    at += 46 + entry.nameBytes.length;
  });
  view.setUint32(at, END_OF_CENTRAL, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** From "version needed" to "extra length": the fields that a local and a directory header share. */
function writeCommonFields(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~SIZES_FOLLOW_FLAG, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.checksum, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.unpackedSize, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) {
    c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = EVERY_BIT_SET_32;
  for (let i = 0; i < bytes.length; i += 1) {
    c = (CRC_TABLE[(c ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (c >>> 8);
  }
  return (c ^ EVERY_BIT_SET_32) >>> 0;
}
