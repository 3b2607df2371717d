import { AppError } from "../../errors.js";

/** The error of a Word file that contradicts itself; `detail` names the part for the user. */
export function damaged(detail: string): AppError {
  return new AppError("FILE_DAMAGED", { detail });
}

/** Little-endian numbers of a stream. A place outside it is damage of the file and never a RangeError of ours. */
export class BinaryView {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #name: string;

  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#name = name;
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#checked(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#checked(at, 2), true);
  }

  i16(at: number): number {
    return this.#view.getInt16(this.#checked(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#checked(at, 4), true);
  }

  i32(at: number): number {
    return this.#view.getInt32(this.#checked(at, 4), true);
  }

  /** A view of bytes that stand for something of this stream without lying in it. */
  fromBytes(bytes: readonly number[]): BinaryView {
    return new BinaryView(Uint8Array.from(bytes), this.#name);
  }

  slice(at: number, length: number): BinaryView {
    this.#checked(at, length);
    return new BinaryView(this.bytes.subarray(at, at + length), this.#name);
  }

  #checked(at: number, length: number): number {
    if (at < 0 || length < 0 || at + length > this.bytes.length) throw damaged(`${this.#name}不完整`);
    return at;
  }
}
