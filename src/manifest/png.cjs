/**
 * PNG files by hand: written from pixels, and measured. Node has the compression; the rest of the format is three chunks,
 * so no image library is needed.
 */
const { crc32, deflateSync, inflateSync } = require('node:zlib');

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEADER_END = SIGNATURE.length + 8 + 13;
const BYTES_PER_PIXEL = 4;

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A square image as a PNG file. `pixels` holds size x size times red, green, blue and opacity, each 0 to 255. */
function pngOf(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, with opacity, the only methods there are, not interlaced
  const rows = [];
  for (let row = 0; row < size; row += 1) {
    rows.push(Buffer.from([0]), pixels.subarray(row * size * BYTES_PER_PIXEL, (row + 1) * size * BYTES_PER_PIXEL));
  }
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** Width and height in pixels as the file itself states them, or undefined where it is no PNG. */
function pngSize(file) {
  if (file.length < HEADER_END || !file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The pixels of a file that pngOf wrote. Compressed bytes may differ between versions of Node; pixels may not. */
function pixelsOf(file) {
  const size = pngSize(file).width;
  const rows = inflateSync(file.subarray(HEADER_END + 4 + 8, file.length - 12 - 4));
  const rowLength = size * BYTES_PER_PIXEL;
  return Buffer.concat(
    Array.from({ length: size }, (_, row) => rows.subarray(row * (rowLength + 1) + 1, (row + 1) * (rowLength + 1))),
  );
}

module.exports = { pngOf, pngSize, pixelsOf };
