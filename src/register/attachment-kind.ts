interface AttachmentKind {
  readonly mediaType: string;
  readonly extensions: readonly string[];
  /** How the bytes begin; none for plain text. */
  readonly begins: readonly (readonly number[])[];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const OPEN_XML = "application/vnd.openxmlformats-officedocument";

/** What may be kept with a case. Nothing that a browser would run. */
const KINDS: readonly AttachmentKind[] = [
  { mediaType: "application/pdf", extensions: ["pdf"], begins: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  { mediaType: `${OPEN_XML}.wordprocessingml.document`, extensions: ["docx"], begins: [ZIP] },
  { mediaType: `${OPEN_XML}.spreadsheetml.sheet`, extensions: ["xlsx"], begins: [ZIP] },
  { mediaType: "application/vnd.oasis.opendocument.text", extensions: ["odt"], begins: [ZIP] },
  { mediaType: "application/zip", extensions: ["zip"], begins: [ZIP] },
  { mediaType: "application/ofd", extensions: ["ofd"], begins: [ZIP] },
  { mediaType: "application/msword", extensions: ["doc", "wps"], begins: [COMPOUND] },
  { mediaType: "application/vnd.ms-excel", extensions: ["xls", "et"], begins: [COMPOUND] },
  { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"], begins: [[0xff, 0xd8, 0xff]] },
  { mediaType: "image/png", extensions: ["png"], begins: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]] },
  {
    mediaType: "image/tiff",
    extensions: ["tif", "tiff"],
    begins: [
      [0x49, 0x49, 0x2a, 0x00],
      [0x4d, 0x4d, 0x00, 0x2a],
    ],
  },
  { mediaType: "text/plain", extensions: ["txt"], begins: [] },
  { mediaType: "text/csv", extensions: ["csv"], begins: [] },
];

/** The media type of a file whose bytes are what its name says, or what speaks against it, in words for whoever sent it. */
export function attachmentKind(name: string, bytes: Uint8Array): { readonly mediaType: string } | { readonly fault: string } {
  const extension = /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const kind = KINDS.find(({ extensions }) => extensions.includes(extension));
  if (kind === undefined) return { fault: extension === "" ? "没有扩展名" : `不接受 ${extension} 文件` };
  if (kind.begins.length === 0) {
    if (bytes.includes(0)) return { fault: "不是纯文本" };
  } else if (!kind.begins.some((begin) => begin.every((byte, index) => bytes[index] === byte))) {
    return { fault: `不是 ${extension} 文件` };
  }
  return { mediaType: kind.mediaType };
}
