// Cuts the fonts that are embedded in PDFs: assets/fonts/*.ttf.gz. Run by hand when the fonts are updated: node scripts/make-fonts.mjs
// The packages they come from (205 MB with all weights) are fetched into a temporary folder and never become a dependency.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import subsetFont from "subset-font";

const ASSETS = join(import.meta.dirname, "..", "assets", "fonts");
const VERSION = "0.4.3";

/** Every character a double byte code can say: GB2312 in A1–F7, GBK in 81–FE. */
function charactersOf({ firstHigh, lastHigh, firstLow }) {
  const decoder = new TextDecoder("gbk");
  const characters = new Set();
  for (let code = 0x20; code < 0x7f; code++) characters.add(String.fromCharCode(code));
  for (let high = firstHigh; high <= lastHigh; high++) {
    for (let low = firstLow; low <= 0xfe; low++) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (low !== 0x7f && [...character].length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character)) characters.add(character);
    }
  }
  return [...characters].join("");
}

const GB2312 = charactersOf({ firstHigh: 0xa1, lastHigh: 0xf7, firstLow: 0xa1 });
// Names of people and places need the rarer characters: the text font carries all of GBK.
const GBK = charactersOf({ firstHigh: 0x81, lastHigh: 0xfe, firstLow: 0x40 });

const FONTS = [
  { name: "noto-serif-sc", file: "400Regular/NotoSerifSC_400Regular.ttf", characters: GBK },
  { name: "noto-sans-sc", file: "700Bold/NotoSansSC_700Bold.ttf", characters: GB2312 },
];

const folder = mkdtempSync(join(tmpdir(), "yangguang-fonts-"));
try {
  for (const { name, file, characters } of FONTS) {
    execFileSync("npm", ["pack", "--silent", `@expo-google-fonts/${name}@${VERSION}`], { cwd: folder });
    const archive = readdirSync(folder).find((entry) => entry.includes(name) && entry.endsWith(".tgz"));
    execFileSync("tar", ["xzf", archive, `package/${file}`, "package/LICENSE_FONT"], { cwd: folder });
    const subset = await subsetFont(readFileSync(join(folder, "package", file)), characters, { targetFormat: "sfnt" });
    const target = join(ASSETS, `${name}.ttf.gz`);
    writeFileSync(target, gzipSync(subset, { level: 9 }));
    copyFileSync(join(folder, "package", "LICENSE_FONT"), join(ASSETS, `${name}.OFL.txt`));
    process.stdout.write(`${target}: ${[...characters].length} characters, ${subset.length} bytes\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
