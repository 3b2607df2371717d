import { createHash } from "node:crypto";
import { canonicalJson } from "../../register/hash-chain.js";
import type { Requester } from "../../register/info-request.js";
import type { IdentityKeys } from "../identity/identity-keys.js";
import { sealFile } from "../identity/sealed-file.js";
import { encryptRequester, keyProof } from "../identity/sealing.js";
import { contentOf } from "../stores/attachment-row.js";
import { ATTACHMENT_TEXT } from "../stores/attachment-text-store.js";
import type { TableShape } from "./table-shape.js";

type Values = Map<string, string | null>;
type Shape = Pick<TableShape, "name" | "columns">;

/** Says of a row what it says in the clear, or takes it away: the same text for the same content, whatever key it lies under. */
export type RowView = (shape: Shape, line: string) => string | null;

/** Rows as the server writes them, with requesters, files and the texts of files in the clear, and without the keys' proofs. */
export function openView(keys: IdentityKeys): RowView {
  return ({ name, columns }, line) => {
    if (name === "public.identity_key") return null;
    const open = OPENED.get(name);
    return open === undefined ? line : mapped(columns, line, (values) => open.open(values, keys));
  };
}

/** The way back: rows in the clear, sealed under the key that is current in the key file. */
export function sealView(keys: IdentityKeys): RowView {
  return ({ name, columns }, line) => {
    const open = OPENED.get(name);
    return open === undefined ? line : mapped(columns, line, (values) => open.seal(values, keys));
  };
}

/** The row of `identity_key` for the key that is current in the key file. */
export function currentKeyRow({ file }: IdentityKeys): { readonly columns: readonly string[]; readonly line: string } {
  const key = file.keys.get(file.current);
  if (key === undefined) throw new Error("A key file holds its current key.");
  const proof = hex(keyProof(Buffer.concat([key, file.index]), file.current));
  return {
    columns: ["id", "proof", "is_current", "made_at"],
    line: JSON.stringify([file.current, proof, "true", new Date().toISOString()]),
  };
}

interface OpenedTable {
  open(values: Values, keys: IdentityKeys): void;
  seal(values: Values, keys: IdentityKeys): void;
}

const OPENED: ReadonlyMap<string, OpenedTable> = new Map([
  [
    "public.case_file",
    {
      open(values, keys) {
        const [id, requester, key_id] = [text(values, "id"), bytes(values, "requester"), text(values, "key_id")];
        values.set("requester", canonicalJson(keys.open({ id, requester, key_id })));
        values.set("key_id", null);
      },
      seal(values, keys) {
        const requester = JSON.parse(text(values, "requester")) as Requester; // the seal in the chain proves it afterwards
        const { current } = keys.file;
        values.set("requester", hex(encryptRequester(requester, text(values, "id"), keys.key(current))));
        values.set("key_id", current);
      },
    },
  ],
  [
    "public.attachment",
    {
      open(values, keys) {
        const envelope = values.get("envelope");
        const sha256 = values.get("sha256");
        const file = contentOf(
          {
            ...{ id: text(values, "id"), name: values.get("name") ?? null, bytes: bytes(values, "bytes") },
            ...{ key_id: values.get("key_id") ?? null, envelope: envelope == null ? null : bytes(values, "envelope") },
            sha256: sha256 == null ? null : bytes(values, "sha256"),
          },
          keys,
        );
        values.set("name", file.name);
        values.set("sha256", `\\x${file.sha256}`);
        values.set("bytes", hex(file.bytes));
        values.set("key_id", null);
        values.set("envelope", null);
      },
      seal(values, keys) {
        const { current } = keys.file;
        const content = bytes(values, "bytes");
        const file = { id: text(values, "id"), name: text(values, "name"), sha256: hashOf(content), bytes: content };
        const sealed = sealFile(file, keys.key(current));
        values.set("name", null);
        values.set("sha256", null);
        values.set("bytes", hex(sealed.bytes));
        values.set("envelope", hex(sealed.envelope));
        values.set("key_id", current);
      },
    },
  ],
  [
    "public.attachment_text",
    {
      open(values, keys) {
        const sealed = values.get("sealed_text");
        if (sealed == null) return;
        const opened = keys.vault(ATTACHMENT_TEXT).open(bytes(values, "sealed_text"), text(values, "attachment_id"));
        values.set("body_text", opened.toString("utf8"));
        values.set("sealed_text", null);
      },
      seal(values, keys) {
        const body = values.get("body_text");
        if (body == null) return;
        values.set("sealed_text", hex(keys.vault(ATTACHMENT_TEXT).seal(body, text(values, "attachment_id"))));
        values.set("body_text", null);
      },
    },
  ],
]);

function mapped(columns: Shape["columns"], line: string, change: (values: Values) => void): string {
  const given = JSON.parse(line) as (string | null)[]; // an array of texts, as readRows gives it
  const values: Values = new Map(columns.map(([name], at) => [name, given[at] ?? null]));
  change(values);
  return JSON.stringify([...values.values()]);
}

function text(values: Values, column: string): string {
  const value = values.get(column);
  if (value == null) throw new Error(`A row has no ${column}.`);
  return value;
}

/** "\x89504e…" as the server writes bytes. */
function bytes(values: Values, column: string): Buffer {
  return Buffer.from(text(values, column).slice(2), "hex");
}

function hex(content: Uint8Array): string {
  return `\\x${Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("hex")}`;
}

function hashOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
