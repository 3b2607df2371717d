import { checkInput } from "./check-input.js";

/** The entry of a worker thread: piscina calls the default export with each task. */
// biome-ignore lint/style/noDefaultExport: the form piscina asks of a worker.
export default checkInput;
