import { readFileSync } from "node:fs";

const PACKAGE = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }; // our own file

/** The version of the product that runs. */
export const PRODUCT_VERSION: string = PACKAGE.version;
