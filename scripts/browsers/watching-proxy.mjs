// Stands between a browser and a site and hears what goes wrong in the pages, in the same way for every browser: scripts that fail, files that do
// not come, and what the site's own policy (CSP) forbids.
import { createServer, request } from "node:http";

const WATCH = `
const tell = (kind, text) => fetch("/__fault", { method: "POST", keepalive: true, body: JSON.stringify({ kind, at: location.pathname, text: String(text) }) });
addEventListener("error", (event) => {
  if (event.target instanceof Element) tell("file", event.target.src ?? event.target.href);
  else if (!event.message.includes("ResizeObserver loop")) tell("script", event.message + " " + (event.error?.stack ?? ""));
}, true);
addEventListener("unhandledrejection", ({ reason }) => tell("promise", reason?.stack ?? reason));
addEventListener("securitypolicyviolation", (event) => tell("policy", event.violatedDirective + " " + event.blockedURI));
const plain = console.error;
console.error = (...words) => { tell("console", words.join(" ")); plain(...words); };
`;
/** Not faults of a page: they say that something is left out on purpose. */
const LEFT_OUT = new Set(["transfer-encoding", "content-length", "etag"]);

export async function watchingProxy(target) {
  const faults = [];
  const server = createServer((asked, answer) => {
    if (asked.url === "/__watch.js") return answer.writeHead(200, { "content-type": "text/javascript" }).end(WATCH);
    if (asked.url === "/__fault") return hear(asked, answer, faults);
    return forward(new URL(asked.url, target), asked, answer);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** What was heard since it was last asked for. */
    faults: () => faults.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function hear(asked, answer, faults) {
  const parts = [];
  for await (const part of asked) parts.push(part);
  const { kind, at, text } = JSON.parse(Buffer.concat(parts).toString());
  faults.push(`${kind}: ${at}: ${text}`);
  answer.writeHead(204).end();
}

function forward(url, asked, answer) {
  const headers = { ...asked.headers, "accept-encoding": "identity" };
  const onward = request(url, { method: asked.method, headers }, (got) => {
    const isPage = (got.headers["content-type"] ?? "").startsWith("text/html") && asked.method === "GET";
    if (!isPage) {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
      return;
    }
    const parts = [];
    got.on("data", (part) => parts.push(part));
    got.on("end", () => {
      const page = Buffer.concat(parts).toString().replace("<head>", '<head><script src="/__watch.js"></script>');
      answer.writeHead(got.statusCode, Object.fromEntries(Object.entries(got.headers).filter(([name]) => !LEFT_OUT.has(name))));
      answer.end(page);
    });
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}
