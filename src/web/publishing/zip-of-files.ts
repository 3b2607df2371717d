import { zipSync } from "fflate";

/** A folder as one package, with the places of its files in it. Documents are packed already, so they are only stored. */
export async function zipOf(files: readonly File[]): Promise<File> {
  const entries = new Map<string, Uint8Array>();
  for (const file of files) {
    if (file.name.startsWith(".") || file.name.startsWith("~$")) continue; // what systems and Word leave beside documents
    entries.set(file.webkitRelativePath || file.name, new Uint8Array(await file.arrayBuffer()));
  }
  const bytes = zipSync(Object.fromEntries(entries), { level: 0 });
  const folder = files[0]?.webkitRelativePath.split("/")[0] ?? "";
  return new File([new Uint8Array(bytes)], `${folder === "" ? "文件夹" : folder}.zip`, { type: "application/zip" });
}
