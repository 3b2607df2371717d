import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The office as the browser gets it: src/web/office → dist/office, served by src/server/office.
export default defineConfig({
  root: "src/web/office",
  base: "/",
  plugins: [react()],
  build: {
    outDir: "../../../dist/office",
    emptyOutDir: true,
    target: ["chrome105", "firefox115", "safari16"],
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // In one file, so that zod is told that it may not compile code, and what older browsers lack is there, before any other file needs it.
        codeSplitting: { groups: [{ name: "first", test: /node_modules\/zod\/|(no-eval|older-browsers)\.ts$/ }] },
      },
    },
  },
});
