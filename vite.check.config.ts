import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { defineConfig } from "vite";

const OUT = "dist/portal-check";
const NAMES = { chunkFileNames: "[name]-[hash].js", assetFileNames: "[name]-[hash][extname]" } as const;

// The check of a report inside the browser: src/web/portal-check → dist/portal-check, served by src/server/portal under /check/.
export default defineConfig({
  publicDir: false,
  base: "/check/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: ["chrome105", "firefox115", "safari16.4"],
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: "src/web/portal-check/start.tsx",
      output: { format: "es", entryFileNames: "page.js", ...NAMES },
    },
  },
  worker: { format: "es", rollupOptions: { output: { entryFileNames: "[name]-[hash].js", ...NAMES } } },
  plugins: [
    {
      name: "packed-beside",
      // The portal sends the packed file to whoever takes one: the reader of pdf is 4 MB plain and 1.6 MB packed.
      closeBundle() {
        for (const file of readdirSync(OUT).filter((name) => /\.(?:js|wasm)$/.test(name)))
          writeFileSync(join(OUT, `${file}.gz`), gzipSync(readFileSync(join(OUT, file)), { level: 9 }));
      },
    },
  ],
});
