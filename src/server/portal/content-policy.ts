/** What a page of the public site may load and do: its own style, its own script, nothing of anybody else. */
export const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:"],
  connectSrc: ["'self'"],
  workerSrc: ["'none'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The page that checks a report inside the browser: a worker of its own, in which PDFium's WebAssembly may be compiled. */
export const CHECK_POLICY = {
  ...PAGE_POLICY,
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  workerSrc: ["'self'"],
};

/** The worker itself: the pieces of its program and nothing else; no form, no picture, no frame. */
export const CHECK_WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
