import { Vocabulary } from "../xml/vocabulary.js";
import { XmlScanner } from "../xml/xml-scanner.js";
import type { ZipArchive } from "../zip/zip-archive.js";

const PACKAGE = new Vocabulary({
  namespaces: { rel: ["http://schemas.openxmlformats.org/package/2006/relationships"] },
  elements: ["rel:Relationship"],
  attributes: ["Id", "Type", "Target", "TargetMode"],
});

/** How one part of a package points to another (ISO/IEC 29500-2, 6.5). */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: "officeDocument", "styles". Strict and transitional differ only before it. */
  readonly type: string;
  /** The part it points to, from the root of the package. */
  readonly target: string;
}

/** The relationships of a part to others inside the package; none when the package lists none. */
export function relationshipsOf(archive: ZipArchive, part: string): Relationship[] {
  const slash = part.lastIndexOf("/") + 1;
  const bytes = archive.find(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  if (!bytes) return [];
  const scanner = new XmlScanner(bytes, PACKAGE);
  const relationships: Relationship[] = [];
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start" || scanner.name !== "rel:Relationship" || scanner.attribute("TargetMode") === "External") continue;
    const type = scanner.attribute("Type") ?? "";
    const target = scanner.attribute("Target") ?? "";
    relationships.push({
      id: scanner.attribute("Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: resolveTarget(part.slice(0, slash), target),
    });
  }
  return relationships;
}

/** The part a package is about: what its root points to, else where every editor puts it. */
export function mainPartOf(archive: ZipArchive, usual: string): string {
  if (archive.has(usual)) return usual;
  const main = relationshipsOf(archive, "").find(({ type }) => type === "officeDocument");
  return main?.target ?? usual;
}

function resolveTarget(folder: string, target: string): string {
  const slashed = target.replaceAll("\\", "/");
  const path = slashed.startsWith("/") ? slashed.slice(1) : folder + slashed;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
