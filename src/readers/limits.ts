/**
 * What a reader may use up before it gives in. A file that needs more ends in a coded error.
 * docs/operating/limits.md explains each.
 */
export const LIMITS = {
  /** The file itself. */
  fileMegabytes: 64,
  /** A zip archive of many reports. */
  archiveMegabytes: 512,
  /** html, txt, md: parsing costs about 0.2 s and 50 MB a megabyte. */
  textMegabytes: 16,
  /** One part of a zip archive after inflating, declared or found. */
  partMegabytes: 64,
  zipEntries: 20_000,
  xmlDepth: 512,
  gridColumns: 256,
  gridRows: 4096,
  /** Cells with something in them, over the whole document. */
  cells: 400_000,
  /** Of doc and html; a report has some hundreds. */
  paragraphs: 500_000,
  /** Elements of a web page; a report has some thousands. */
  pageElements: 300_000,
  /** Elements open inside one another; unclosed tags in every paragraph of a long page reach some hundreds. */
  pageDepth: 1000,
  pages: 2000,
  /** From the first byte to the document, for one file. */
  seconds: 10,
  /** The same for a scan: recognising takes longer than reading. */
  scanSeconds: 120,
  /** Memory of the child process that reads a pdf or a scan. */
  childMegabytes: 512,
} as const;
