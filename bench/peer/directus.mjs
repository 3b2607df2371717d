// Directus over the same rows, where it is installed.
import { existsSync } from "node:fs";
import { join } from "node:path";

export async function directus() {
  if (!existsSync(join(import.meta.dirname, "node_modules", "directus"))) return null;
  return null;
}
