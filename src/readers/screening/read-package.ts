import type { FileContents, Passage, PassageSort } from "../../document/passage.js";
import { isAppError } from "../../errors.js";
import { xmlText } from "../xml/xml-tokens.js";
import { ZipArchive } from "../zip/zip-archive.js";
import { workbookPassages } from "./workbook-passages.js";
import { xmlPassages } from "./xml-passages.js";

/** What the entries of Office, OpenDocument and OFD files are to a reader, by their names; the first that fits counts. */
const ENTRIES: readonly (readonly [name: RegExp, label: string, sort?: PassageSort])[] = [
  [/^word\/document\d*\.xml$/, "正文"],
  [/^word\/header/, "页眉"],
  [/^word\/footer/, "页脚"],
  [/^word\/footnotes/, "脚注"],
  [/^word\/endnotes/, "尾注"],
  [/^word\/glossary\//, "构建基块", "hidden"],
  [/comments?[^/]*\.xml$|threadedComment/i, "批注", "comment"],
  [/people\.xml$|persons?\//i, "批注人员", "property"],
  [/^docprops\/custom\.xml$/, "自定义属性"],
  [/^docprops\//, "文件属性"],
  [/^meta\.xml$/, "文件属性"],
  [/^customxml\//, "自定义 XML 数据", "hidden"],
  [/^xl\/pivotcache\//i, "数据透视表缓存", "hidden"],
  [/^xl\/externallinks\//i, "外部链接缓存", "hidden"],
  [/charts?\//i, "图表"],
  [/diagrams?\//i, "SmartArt 图示"],
  [/drawings?\//i, "图形"],
  [/^xl\/workbook\.xml$/, "工作簿的名称定义"],
  [/\.rels$/, "链接"],
  [/^content\.xml$/, "正文"],
  [/^styles\.xml$/, "页眉页脚和样式"],
  [/pages\/[^/]+\/content\.xml$/i, "版面"],
];

const XML_NAME = /\.(?:xml|rels|vml|xhtml)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|jb2|wdp)$/i;
const EMBEDDED =
  /embeddings\/|oleobject|activex|vbaproject|\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|et|ofd|odt|ole)$|^object [^/]+$|^objectreplacements\//i;

/** Everything in letters inside an Office, OpenDocument or OFD file: every entry, seen or not. */
export function readPackage(bytes: Uint8Array): FileContents {
  const archive = new ZipArchive(bytes);
  const passages: Passage[] = [];
  const embedded: string[] = [];
  const unread: string[] = [];
  const sheets = archive.has("xl/workbook.xml") ? workbookPassages(archive) : null;
  passages.push(...(sheets?.passages ?? []));
  for (const { name } of archive.entries) {
    const key = name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
    if (sheets?.entries.has(key) || key === "[content_types].xml" || key === "mimetype") continue;
    if (PICTURE.test(key)) unread.push(name);
    else if (EMBEDDED.test(key)) embedded.push(name);
    else if (XML_NAME.test(key)) {
      const read = entryPassages(archive, name, key);
      if (read === null) unread.push(name);
      else passages.push(...read);
    } else if (!/\.(?:odttf|ttf|otf|bin)$/.test(key) || /printersettings/.test(key)) unread.push(name);
  }
  return { passages: numbered(passages), embedded, unread };
}

function entryPassages(archive: ZipArchive, name: string, key: string): Passage[] | null {
  const [, label = "其他部分", sort = "text"] = ENTRIES.find(([pattern]) => pattern.test(key)) ?? [];
  const number = /(\d+)\.xml$/.exec(key)?.[1];
  const which = number !== undefined && /^页[眉脚]$/.test(label) ? `${label}${number}` : label;
  try {
    return xmlPassages({ entry: name, text: xmlText(archive.find(name) ?? new Uint8Array(0)), label: which, sort });
  } catch (error) {
    // What cannot be read is told as such; the rest of the file still is.
    if (isAppError(error) && (error.code === "FILE_DAMAGED" || error.code === "FILE_FORBIDDEN_MARKUP")) return null;
    throw error;
  }
}

/** A comment is told once however many paragraphs it has in the file. */
function numbered(passages: readonly Passage[]): Passage[] {
  return passages.map((passage) => (passage.sort === "comment" ? { ...passage, holder: passage.part } : passage));
}
