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
});
