import { deflateSync, strFromU8, strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { zipOf } from "../../../test/builders/office-file.js";
import { NATIVE_MACHINE } from "../../operations/native-machine.js";
import { LIMITS } from "../limits.js";
import { chooseMachine, PORTABLE_MACHINE } from "../machine.js";
import { ZipArchive } from "./zip-archive.js";

const read = (archive: ZipArchive, name: string): string | null => {
  const bytes = archive.find(name);
  return bytes && strFromU8(bytes);
};

/** The offset of the first entry of the central directory. */
function directoryOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true);
}

function patched(bytes: Uint8Array, patch: (view: DataView, directory: number) => void): Uint8Array {
  const copy = bytes.slice();
  patch(new DataView(copy.buffer), directoryOf(copy));
  return copy;
}

describe.each([
  ["JavaScript", PORTABLE_MACHINE],
  ["Node", NATIVE_MACHINE],
])("a zip archive, inflated with %s", (_name, machine) => {
  beforeAll(() => chooseMachine(machine));
  const sample = zipOf({ "word/document.xml": "正文".repeat(100), "a.txt": "一" });

  test("gives a part by its name, whatever its case and slashes", () => {
    const archive = new ZipArchive(zipOf({ "Word\\Document.XML": "正文" }));
    expect(read(archive, "word/document.xml")).toBe("正文");
    expect(read(archive, "/word/document.xml")).toBe("正文");
    expect(archive.has("word/styles.xml")).toBe(false);
    expect(archive.find("word/styles.xml")).toBeNull();
  });

  test("gives stored parts as well as deflated ones", () => {
    const stored = zipSync({ "a.txt": [strToU8("不压缩"), { level: 0 }] });
    expect(read(new ZipArchive(stored), "a.txt")).toBe("不压缩");
  });

  test("lists files and leaves out folders", () => {
    const archive = new ZipArchive(zipOf({ "word/": "", "word/a.xml": "1" }));
    expect(archive.entries.map((entry) => entry.name)).toEqual(["word/a.xml"]);
  });

  test("reads an archive behind something else and with a comment", () => {
    const before = strToU8("#!/bin/sh\n");
    const comment = strToU8("备注");
    const bytes = new Uint8Array(before.length + sample.length + comment.length);
    bytes.set(before);
    bytes.set(sample, before.length);
    bytes.set(comment, before.length + sample.length);
    new DataView(bytes.buffer).setUint16(before.length + sample.length - 2, comment.length, true);
    expect(read(new ZipArchive(bytes), "a.txt")).toBe("一");
  });

  test.each([
    ["UTF-8 without saying so", strToU8("报告.txt"), "报告.txt"],
    ["GB18030", Uint8Array.of(0xb1, 0xa8, 0xb8, 0xe6, 0x2e, 0x74), "报告.t"],
  ])("reads a name in %s", (_, name, expected) => {
    const bytes = zipSync({ ["x".repeat(name.length)]: strToU8("") });
    const found = patched(bytes, (view, directory) => {
      name.forEach((byte, index) => {
        view.setUint8(directory + 46 + index, byte);
      });
    });
    expect(new ZipArchive(found).entries[0]?.name).toBe(expected);
  });

  test("refuses an empty file", () => {
    expect(() => new ZipArchive(new Uint8Array())).toThrow(expect.objectContaining({ code: "FILE_EMPTY" }));
  });

  test.each([0, 4, 30, 100, sample.length - 1])("refuses an archive cut off at %i bytes", (length) => {
    expect(() => new ZipArchive(sample.subarray(0, Math.max(length, 1))).require("word/document.xml")).toThrow(
      expect.objectContaining({ code: "FILE_DAMAGED" }),
    );
  });

  test("refuses a part whose checksum is wrong", () => {
    const bytes = patched(sample, (view, directory) => view.setUint32(directory + 16, 1, true));
    expect(() => new ZipArchive(bytes).require("word/document.xml")).toThrow(expect.objectContaining({ code: "FILE_DAMAGED" }));
  });

  test("refuses an encrypted part", () => {
    const bytes = patched(sample, (view, directory) => view.setUint16(directory + 8, 1, true));
    expect(() => new ZipArchive(bytes).require("word/document.xml")).toThrow(expect.objectContaining({ code: "FILE_PROTECTED" }));
  });

  test("refuses a part that says it is too large, before inflating it", () => {
    const bytes = patched(sample, (view, directory) =>
      view.setUint32(directory + 24, LIMITS.partMegabytes * 1024 * 1024 + 1, true),
    );
    expect(() => new ZipArchive(bytes).require("word/document.xml")).toThrow(
      expect.objectContaining({ code: "FILE_EXPANDS_TOO_MUCH" }),
    );
  });

  test("stops inflating at the size a part says it has", () => {
    const bytes = patched(sample, (view, directory) => view.setUint32(directory + 24, 10, true));
    expect(() => new ZipArchive(bytes).require("word/document.xml")).toThrow(expect.objectContaining({ code: "FILE_DAMAGED" }));
  });

  test("refuses to inflate without end, even part by part", () => {
    const archive = new ZipArchive(zipSync({ a: new Uint8Array(8 * 1024 * 1024) }, { level: 1 }));
    const readManyTimes = () => Array.from({ length: 17 }, () => archive.require("a").length);
    expect(readManyTimes).toThrow(expect.objectContaining({ code: "FILE_EXPANDS_TOO_MUCH" }));
  });

  test("refuses more files than a package may have", () => {
    const bytes = patched(sample, (view) => view.setUint16(view.byteLength - 12, LIMITS.zipEntries + 1, true));
    expect(() => new ZipArchive(bytes)).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });

  test("reads sizes from the zip64 field", () => {
    const text = strToU8("长".repeat(50));
    const packed = deflateSync(text);
    const archive = new ZipArchive(zip64("a.txt", packed, { bytes: text.length, crc: crcOf(text) }));
    expect(read(archive, "a.txt")).toBe("长".repeat(50));
  });
});

function crcOf(bytes: Uint8Array): number {
  const zip = zipSync({ a: bytes });
  return new DataView(zip.buffer, zip.byteOffset).getUint32(directoryOf(zip) + 16, true);
}

/** One deflated entry whose sizes stand in the zip64 extra field, as some libraries always write it. */
function zip64(name: string, packed: Uint8Array, { bytes, crc }: { bytes: number; crc: number }): Uint8Array {
  const local = 30 + name.length;
  const directory = 46 + name.length + 20;
  const file = new Uint8Array(local + packed.length + directory + 22);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(26, name.length, true);
  file.set(strToU8(name), 30);
  file.set(packed, local);
  const at = local + packed.length;
  view.setUint32(at, 0x02014b50, true);
  view.setUint16(at + 10, 8, true);
  view.setUint32(at + 16, crc, true);
  view.setUint32(at + 20, 0xffffffff, true);
  view.setUint32(at + 24, 0xffffffff, true);
  view.setUint16(at + 28, name.length, true);
  view.setUint16(at + 30, 20, true);
  file.set(strToU8(name), at + 46);
  const extra = at + 46 + name.length;
  view.setUint16(extra, 1, true);
  view.setUint16(extra + 2, 16, true);
  view.setBigUint64(extra + 4, BigInt(bytes), true);
  view.setBigUint64(extra + 12, BigInt(packed.length), true);
  const end = at + directory;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 8, 1, true);
  view.setUint16(end + 10, 1, true);
  view.setUint32(end + 12, directory, true);
  view.setUint32(end + 16, at, true);
  return file;
}
