import { strToU8, type Zippable, zipSync } from "fflate";
import { escapeXml } from "./escape-xml.js";

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** One part of a package: its name without the first slash, its content type, its XML. */
export interface PackagePart {
  readonly name: string;
  readonly contentType: string;
  readonly xml: string;
}

/** What the package says of itself (ECMA-376 part 2, 11). */
export interface PackageProperties {
  readonly title: string;
  readonly creator: string;
}

// A day in a zip entry would make two writings of the same report differ.
const NO_TIME = new Date(1980, 0, 1);

/** Writes an Office package (ECMA-376 part 2): the same parts give the same bytes. The first part is the main one. */
export function officePackage(parts: readonly PackagePart[], properties: PackageProperties): Uint8Array {
  const core: PackagePart = {
    name: "docProps/core.xml",
    contentType: "application/vnd.openxmlformats-package.core-properties+xml",
    xml: `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(properties.title)}</dc:title><dc:creator>${escapeXml(properties.creator)}</dc:creator></cp:coreProperties>`,
  };
  const all = [...parts, core];
  const files: Zippable = {
    "[Content_Types].xml": strToU8(
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${all
        .filter(({ contentType }) => !contentType.endsWith(".relationships+xml"))
        .map(({ name, contentType }) => `<Override PartName="/${name}" ContentType="${contentType}"/>`)
        .join("")}</Types>`,
    ),
    "_rels/.rels": strToU8(
      `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${parts[0]?.name ?? ""}"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="${core.name}"/></Relationships>`,
    ),
  };
  for (const { name, xml } of all) files[name] = strToU8(XML_HEAD + xml);
  return zipSync(files, { level: 6, mtime: NO_TIME });
}

/** The relationships of a part: [type, target], their ids rId1, rId2 … in order. */
export function relationshipsPart(of: string, targets: readonly (readonly [type: string, target: string])[]): PackagePart {
  const [, folder = "", file = ""] = /^(.*\/)?([^/]+)$/.exec(of) ?? [];
  const rows = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return {
    name: `${folder}_rels/${file}.rels`,
    contentType: "application/vnd.openxmlformats-package.relationships+xml",
    xml: `<Relationships xmlns="${PACKAGE}/relationships">${rows.join("")}</Relationships>`,
  };
}
