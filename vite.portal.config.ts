import { defineConfig } from "vite";

// The script of the public site: src/web/portal-script → dist/portal/site.js, served by src/server/portal.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist/portal",
    emptyOutDir: true,
    target: ["chrome80", "firefox78", "safari14"],
    modulePreload: false,
    rollupOptions: {
      input: "src/web/portal-script/site.ts",
      output: { format: "iife", entryFileNames: "site.js" },
    },
  },
});
