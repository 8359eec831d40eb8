import { strToU8, zipSync } from 'fflate';
import { PackageError } from '../../src/package';
import { readZip, unpack, writeZip } from '../../src/package/zip';
import { thrownBy } from './support/fixture';

/** The fields named here: PKWARE, .ZIP File Format Specification, 4.3.7 (local header) to 4.3.16 (end of directory). */
const END_OF_DIRECTORY = 22;

const directoryOf = (zip: Uint8Array): number =>
  new DataView(zip.buffer).getUint32(zip.length - END_OF_DIRECTORY + 16, true);

describe('A zip file', () => {
  it('is written again with the same entries: names, order, packed bytes, times', () => {
    const zip = zipSync({
      'b.xml': [strToU8('<b/>'.repeat(100)), { mtime: '2020-02-02' }],
      '1': strToU8('one'),
      'a/': new Uint8Array(),
      'é.xml': [strToU8('x'), { level: 0 }],
    });
    const again = writeZip(readZip(zip));
    const facts = (bytes: Uint8Array): unknown =>
      readZip(bytes).map(({ name, packed, time, method, checksum }) => [
        name,
        Buffer.from(packed).toString('hex'),
        time,
        method,
        checksum,
      ]);
    expect(facts(again)).toEqual(facts(zip));
    expect(readZip(zip).map((entry) => entry.name)).toContain('b.xml');
  });

  it('is read when its sizes stand behind the content and a comment at its end', () => {
    const zip = zipSync({ 'a.xml': strToU8('<a/>') });
    const streamed = new Uint8Array(zip.length + 3);
    streamed.set(zip);
    const view = new DataView(streamed.buffer);
    view.setUint16(zip.length - 2, 3, true);
    const SIZES_FOLLOW = 8;
    view.setUint16(6, view.getUint16(6, true) | SIZES_FOLLOW, true);
    view.setUint16(directoryOf(zip) + 8, view.getUint16(directoryOf(zip) + 8, true) | SIZES_FOLLOW, true);
    view.setUint32(18, 0, true);
    const [entry] = readZip(streamed);
    expect(entry && new TextDecoder().decode(unpack(entry))).toBe('<a/>');
    const again = writeZip(readZip(streamed));
    expect(new DataView(again.buffer).getUint16(6, true) & SIZES_FOLLOW).toBe(0);
    expect(new DataView(again.buffer).getUint32(18, true)).toBe(entry?.packed.length);
  });

  const claims = (size: number): Uint8Array => {
    const zip = zipSync({ 'bomb.xml': new Uint8Array(1000) });
    new DataView(zip.buffer).setUint32(directoryOf(zip) + 24, size, true);
    return zip;
  };
  const LIMIT = 512 * 1024 * 1024;

  for (const [size, refused] of [
    [LIMIT - 1, false],
    [LIMIT, false],
    [LIMIT + 1, true],
  ] as const) {
    it(`that claims to unpack to ${size} bytes is ${refused ? 'refused before anything is unpacked' : 'not refused for its size'}`, () => {
      const read = (): unknown => readZip(claims(size));
      if (refused) {
        expect(thrownBy(read)).toMatchObject({ code: 'TOO_LARGE', text: expect.stringContaining('513 MB; at most 512 MB') });
      } else {
        expect(read()).toHaveLength(1);
      }
    });
  }

  it('cannot unpack to more than it claims', () => {
    const [entry] = readZip(claims(10));
    expect(thrownBy(() => entry && unpack(entry))).toMatchObject({
      code: 'DAMAGED',
      text: expect.stringContaining('bomb.xml'),
    });
  });

  it('with an encrypted entry is refused', () => {
    const zip = zipSync({ 'a.xml': strToU8('<a/>') });
    new DataView(zip.buffer).setUint16(directoryOf(zip) + 8, 1, true);
    expect(thrownBy(() => readZip(zip))).toMatchObject({ code: 'ENCRYPTED' });
  });

  it('whose directory points outside of it is refused', () => {
    const zip = zipSync({ 'a.xml': strToU8('<a/>') });
    new DataView(zip.buffer).setUint32(zip.length - END_OF_DIRECTORY + 16, 0x7fffffff, true);
    const error = thrownBy(() => readZip(zip));
    expect(error).toBeInstanceOf(PackageError);
    expect(error).toMatchObject({ code: 'DAMAGED' });
  });

  /** The same archive in the form for large files: sizes and places in extra fields (4.5.3), a second directory end (4.3.14). */
  const inLargeForm = (zip: Uint8Array): Uint8Array => {
    const [entry] = readZip(zip);
    const directory = directoryOf(zip);
    const nameEnd = directory + 46 + (entry?.nameBytes.length ?? 0);
    const extra = new DataView(new ArrayBuffer(28));
    extra.setUint16(0, 1, true);
    extra.setUint16(2, 24, true);
    extra.setBigUint64(4, BigInt(entry?.unpackedSize ?? 0), true);
    extra.setBigUint64(12, BigInt(entry?.packed.length ?? 0), true);
    extra.setBigUint64(20, 0n, true);
    const end = new DataView(new ArrayBuffer(56 + 20));
    end.setUint32(0, 0x06064b50, true);
    end.setBigUint64(32, 1n, true);
    end.setBigUint64(48, BigInt(directory), true);
    end.setUint32(56, 0x07064b50, true);
    end.setBigUint64(64, BigInt(nameEnd + 28), true);
    const large = new Uint8Array([
      ...zip.slice(0, nameEnd),
      ...new Uint8Array(extra.buffer),
      ...new Uint8Array(end.buffer),
      ...zip.slice(zip.length - END_OF_DIRECTORY),
    ]);
    const view = new DataView(large.buffer);
    [20, 24, 42].forEach((field) => view.setUint32(directory + field, 0xffffffff, true));
    view.setUint16(directory + 30, 28, true);
    view.setUint16(large.length - END_OF_DIRECTORY + 10, 0xffff, true);
    view.setUint32(large.length - END_OF_DIRECTORY + 16, 0xffffffff, true);
    return large;
  };

  it('in the form for large files is read like any other, and written in the plain form', () => {
    const plain = zipSync({ 'a.xml': strToU8('<a/>') });
    const [entry] = readZip(inLargeForm(plain));
    expect(entry && new TextDecoder().decode(unpack(entry))).toBe('<a/>');
    expect(readZip(writeZip(readZip(inLargeForm(plain))))).toHaveLength(1);
  });

  for (const [what, field, value, says] of [
    ['whose directory breaks off', -END_OF_DIRECTORY + 10, 2, 'after 1 of 2 parts'],
    ['whose part is elsewhere', 'directory+42', 1, 'not where the directory says'],
    ['whose part is longer than the file', 'directory+20', 1000, 'breaks off'],
    ['packed in a way that Excel does not know', 'directory+10', 12, 'method 12'],
  ] as const) {
    it(`${what} is refused`, () => {
      const zip = zipSync({ 'a.xml': strToU8('<a/>') });
      const at =
        typeof field === 'number' ? zip.length + field : directoryOf(zip) + Number(field.slice('directory+'.length));
      new DataView(zip.buffer).setUint16(at, value, true);
      const error = thrownBy(() => readZip(zip).forEach((entry) => unpack(entry)));
      expect(error).toMatchObject({ code: 'DAMAGED', text: expect.stringContaining(says) });
    });
  }

  it('whose packed bytes make no sense is refused', () => {
    const zip = zipSync({ 'a.xml': strToU8('<a/>'.repeat(50)) });
    zip.fill(0xff, 30 + 'a.xml'.length, 30 + 'a.xml'.length + 4);
    const error = thrownBy(() => readZip(zip).forEach((entry) => unpack(entry)));
    expect(error).toMatchObject({ code: 'DAMAGED', text: expect.stringContaining('a.xml') });
  });
});
