import { AppError } from "../../errors.js";

/** The error of a Word file that contradicts itself; `detail` names the part for the user. */
export function damaged(detail: string): AppError {
  return new AppError("FILE_DAMAGED", { detail });
}

/**
 * Little-endian numbers of a stream or of a stretch of it. A place outside is damage of the file and never a RangeError
 * of ours. Stretches share the DataView of their stream: a document asks for thousands of them.
 */
export class BinaryView {
  readonly length: number;
  readonly #view: DataView;
  readonly #from: number;
  readonly #name: string;

  private constructor(view: DataView, from: number, length: number, name: string) {
    this.#view = view;
    this.#from = from;
    this.length = length;
    this.#name = name;
  }

  /** `name` is what a user is told is incomplete. */
  static of(bytes: Uint8Array, name: string): BinaryView {
    return new BinaryView(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, bytes.length, name);
  }

  static readonly EMPTY = BinaryView.of(new Uint8Array(0), "Word 文件");

  get bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#from, this.length);
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#place(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#place(at, 2), true);
  }

  i16(at: number): number {
    return this.#view.getInt16(this.#place(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#place(at, 4), true);
  }

  i32(at: number): number {
    return this.#view.getInt32(this.#place(at, 4), true);
  }

  slice(at: number, length: number): BinaryView {
    return new BinaryView(this.#view, this.#place(at, length), length, this.#name);
  }

  #place(at: number, length: number): number {
    if (at < 0 || length < 0 || at + length > this.length) throw damaged(`${this.#name}不完整`);
    return this.#from + at;
  }
}
