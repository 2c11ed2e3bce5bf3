// A picture for tests.
import { crc32, deflateSync } from "node:zlib";

const number = (value: number) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value >>> 0); return bytes; };
const chunk = (type: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([number(data.length), named, number(crc32(named))]);
};

/** A PNG whose head says `width` and `height`; its pixels are one red square of `rows`. */
export const png = (width: number, height: number, rows = height) =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.concat([number(width), number(height), Buffer.from([8, 2, 0, 0, 0])])),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: rows }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([200, 30, 30]))]))))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
