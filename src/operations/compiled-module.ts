import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The path of a compiled module of this folder, for a worker thread or a child process: those start from JavaScript,
 * also when the caller itself runs from the sources, as tests do.
 */
export function compiledModule(name: string): string {
  const here = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  const path = existsSync(here) ? here : here.replace(/([\\/])src([\\/]operations[\\/][^\\/]+)$/, "$1dist$2");
  if (!existsSync(path)) throw new Error(`${path} is not built: run npm run build first.`);
  return path;
}
