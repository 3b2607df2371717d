import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

const MOST_STRINGS = 20_000;
const MOST_DEPTH = 40;
/** Keys whose strings are identifiers, signatures or keys of encryption, never words. */
const SILENT = new Set([
  "ID",
  "O",
  "U",
  "OE",
  "UE",
  "Perms",
  "Contents/Sig",
  "CheckSum",
  "DA",
  "Registry",
  "Ordering",
  "Panose",
  "Lang",
  "NM",
  "CharSet",
]);

/** A text kept somewhere in the objects of a pdf, with the key it stands under. */
export interface PdfString {
  readonly key: string;
  readonly text: string;
}

/**
 * Every text in the objects of a pdf, whatever it is for: properties of the makers' own, descriptions for the blind, addresses of links,
 * XMP. Null when the objects cannot be read (an encrypted file). The parser takes untrusted bytes: only in a child process.
 */
export async function pdfStrings(bytes: Uint8Array): Promise<PdfString[] | null> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
    const found = new Map<string, PdfString>();
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      collect(object, "", 0, found);
      if (found.size >= MOST_STRINGS) break;
    }
    return [...found.values()];
  } catch {
    return null; // what the engine reads is screened all the same; this part is told as unread
  }
}

function collect(object: PDFObject, key: string, depth: number, found: Map<string, PdfString>): void {
  if (depth > MOST_DEPTH || found.size >= MOST_STRINGS) return;
  if (object instanceof PDFString || object instanceof PDFHexString) add(object.decodeText(), key, found);
  else if (object instanceof PDFArray) for (const each of object.asArray()) collect(each, key, depth + 1, found);
  else if (object instanceof PDFDict) collectEntries(object, depth, found);
  else if (object instanceof PDFStream) {
    collectEntries(object.dict, depth, found);
    const isWords =
      ["/Metadata", "/XFA"].includes(String(object.dict.get(PDFName.of("Type")))) ||
      String(object.dict.get(PDFName.of("Subtype"))) === "/XML";
    if (isWords && object instanceof PDFRawStream) addXmp(object, found);
  }
}

function collectEntries(dictionary: PDFDict, depth: number, found: Map<string, PdfString>): void {
  const isSignature = String(dictionary.get(PDFName.of("Type"))) === "/Sig";
  for (const [name, value] of dictionary.entries()) {
    const key = name.asString().slice(1);
    if (SILENT.has(key) || (isSignature && (key === "Contents" || key === "Cert"))) continue;
    collect(value, key, depth + 1, found);
  }
}

function addXmp(stream: PDFRawStream, found: Map<string, PdfString>): void {
  const xml = new TextDecoder().decode(decodePDFRawStream(stream).decode());
  for (const text of xml.split(/<[^>]*>|[\r\n]+/)) add(text, "XMP", found);
}

function add(text: string, key: string, found: Map<string, PdfString>): void {
  const plain = text.trim();
  if (plain.length >= 2) found.set(`${key}\u001f${plain}`, { key, text: plain });
}
