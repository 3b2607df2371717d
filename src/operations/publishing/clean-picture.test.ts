import { expect, test } from "vitest";
import { portableCrc32 } from "../../readers/zip/portable-crc32.js";
import { writePng } from "../../writers/masked-file/write-png.js";
import { cleanPicture } from "./clean-picture.js";

const PICTURE = Buffer.from(writePng({ width: 2, height: 2, rgb: new Uint8Array(12).fill(120) }));

function chunk(type: string, text: string): Buffer {
  const body = Buffer.from(type + text, "latin1");
  const head = Buffer.alloc(4);
  head.writeUInt32BE(text.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(portableCrc32(body));
  return Buffer.concat([head, body, sum]);
}

/** The chunk before the end: 12 bytes of IEND stand last. */
const withChunk = (added: Buffer) => Buffer.concat([PICTURE.subarray(0, -12), added, PICTURE.subarray(-12)]);

const segment = (marker: number, body: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, body]);
};
const FRAME = segment(0xc0, Buffer.from([8, 0, 2, 0, 3, 1, 1, 0x11, 0]));
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56]),
]);
const jpeg = (...told: readonly Buffer[]) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...told, FRAME, SCAN, Buffer.from([0xff, 0xd9])]);

test("a png keeps what draws it and loses what it tells", () => {
  expect(Buffer.from(cleanPicture("图.png", PICTURE))).toEqual(PICTURE);
  const told = withChunk(Buffer.concat([chunk("tEXt", "Author\0Zhang San"), chunk("eXIf", "GPS 36.1N")]));
  expect(Buffer.from(cleanPicture("图.png", told))).toEqual(PICTURE);
});

test("a jpeg keeps what draws it and loses camera, place and comment", () => {
  const plain = jpeg(segment(0xe0, Buffer.from("JFIF\0")));
  const told = jpeg(
    segment(0xe0, Buffer.from("JFIF\0")),
    segment(0xe1, Buffer.from("Exif\0\0GPS 36.1N")),
    segment(0xfe, Buffer.from("taken by Zhang San")),
  );
  expect(Buffer.from(cleanPicture("图.jpg", told))).toEqual(plain);
});

test("what stands behind the end of a picture is not kept", () => {
  const tail = Buffer.from("<script>alert(1)</script>PK\x03\x04");
  expect(Buffer.from(cleanPicture("图.png", Buffer.concat([PICTURE, tail])))).toEqual(PICTURE);
  expect(Buffer.from(cleanPicture("图.jpg", Buffer.concat([jpeg(), tail])))).toEqual(jpeg());
});

test.each([
  ["an svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ["html that begins like a jpeg", Buffer.from([0xff, 0xd8, 0xff, ...Buffer.from("<html><script>alert(1)</script>")])],
  ["a png that was cut off", PICTURE.subarray(0, -4)],
  ["a png with a byte changed", Buffer.from(PICTURE.map((byte, at) => (at === 20 ? byte ^ 1 : byte)))],
  ["a jpeg without an end", jpeg().subarray(0, -2)],
  ["a png of a hundred thousand by a hundred thousand", withSize(100_000)],
  ["nothing", Buffer.alloc(0)],
])("%s is refused", (_what, bytes) => {
  expect(() => cleanPicture("图.png", bytes)).toThrow(expect.objectContaining({ code: "ATTACHMENT_KIND_MISMATCH" }));
});

function withSize(pixels: number): Buffer {
  const head = Buffer.alloc(13);
  PICTURE.copy(head, 0, 16, 29);
  head.writeUInt32BE(pixels, 0);
  head.writeUInt32BE(pixels, 4);
  return Buffer.concat([PICTURE.subarray(0, 8), chunk("IHDR", head.toString("latin1")), PICTURE.subarray(33)]);
}
