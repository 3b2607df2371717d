// A walk through the main pages of portal and office, as a reader and as two of the staff: what is written here is the same for every browser.
const MOST_WAIT = 20_000;
const STEP = 100;

/** Waits until an expression is true in the page, and says which was not. */
async function until(window, expression) {
  for (let waited = 0; waited < MOST_WAIT; waited += STEP) {
    if (await window.run(`Boolean(${expression})`).catch(() => false)) return;
    await window.pause(STEP);
  }
  throw new Error(`${await window.run("location.pathname")}: never became true: ${expression}`);
}

const has = (selector) => `document.querySelector(${JSON.stringify(selector)}) !== null`;
const shown = (text) => `document.body.innerText.includes(${JSON.stringify(text)})`;

async function write(window, selector, text) {
  await until(window, has(selector));
  await window.click(selector);
  await window.type(text);
}

/** The site a citizen sees. */
export async function walkPortal(window, base, keep) {
  const visit = async (name, path) => {
    await window.go(base + path);
    await until(window, has("main h1"));
    await keep(name);
  };
  const link = (start) => window.run(`document.querySelector('main a[href^="${start}"]').getAttribute("href")`);

  await visit("portal-home", "/");
  await write(window, "input[type=search]", "补贴");
  await until(window, `!${has(".suggestions[hidden]")} && ${has(".suggestions li")}`);
  await keep("portal-suggestions");
  const agency = await link("/agencies/");
  await visit("portal-agency", agency);
  for (const column of ["guide", "rules", "catalogue"]) await visit(`portal-${column}`, `${agency}/${column}`);
  await visit("portal-search", `/search?q=${encodeURIComponent("商务")}`);
  await visit("portal-item", await link("/items/"));
  await visit("portal-search-nothing", `/search?q=${encodeURIComponent("量子卫星")}`);
  await visit("portal-reports", "/reports");
  const report = await link("/reports/shangwu/");
  await visit("portal-report", report);
  await visit("portal-series", report.slice(0, report.lastIndexOf("/")));
  for (const path of ["/open-data", "/check", "/site-map", "/accessibility", "/nowhere"])
    await visit(`portal-${path.slice(1)}`, path);
  await ask(window, base, keep);
}

async function ask(window, base, keep) {
  await window.go(`${base}/ask`);
  const path = await window.run(`document.querySelector('main a[href^="/ask/"]').getAttribute("href")`);
  await window.go(base + path);
  await write(window, "#description", "2025年全市消费品以旧换新补贴发放情况统计表");
  await write(window, "#name", "王小明");
  await window.pause(1500);
  await window.go(base + path);
  await until(window, `document.querySelector("#name").value === "王小明"`);
  await keep("portal-ask");
  for (const [name, value] of [
    ["medium", "electronic"],
    ["delivery", "email"],
    ["kind", "natural"],
    ["document", "id-card"],
  ])
    await window.click(`input[name=${name}][value=${value}]`);
  await write(window, "#identity", "110101199003070177");
  await write(window, "#email", "wang@example.com");
  await window.pause(2500); // Firefox still scrolls smoothly to the field typed into: a press within that ends beside the button
  await window.click("button[name=action][value=send]");
  await until(window, has("#receipt-code"));
  await keep("portal-receipt");
  const [number, code] = await window.run(
    `["#receipt-number", "#receipt-code"].map((id) => document.querySelector(id).textContent)`,
  );
  await window.go(`${base}/status`);
  await write(window, "#number", number);
  await write(window, "#code", code);
  await window.click("main button[type=submit]");
  await until(window, shown(number));
  await keep("portal-status");
}

/** The staff: somebody who handles requests, then the head of the office. */
export async function walkOffice(window, base, { password }, keep) {
  const [handler, head] = ["jingban", "fuze"];
  const visit = async (name, path, sign) => {
    await window.go(base + path);
    await until(window, `${has(".page-head")} && !${has(".ant-spin-spinning, .ant-skeleton-active")}`);
    if (sign !== undefined) await until(window, has(sign));
    await window.pause(400);
    await keep(name);
  };
  const record = (kind) =>
    window.run(
      `[...document.querySelectorAll("main a")].map((one) => one.pathname).find((path) => /^\\/${kind}\\/(?!new$|import$)[^/]+$/.test(path))`,
    );

  await window.go(`${base}/`);
  await until(window, has("input[autocomplete=username]"));
  await keep("office-sign-in");
  await signIn(window, handler, password);
  await visit("office-today", "/today");
  await visit("office-cases", "/cases");
  await visit("office-case", await record("cases"));
  await visit("office-register", "/cases/new");
  await visit("office-proceedings", "/proceedings");
  await visit("office-items", "/items");
  await visit("office-item", await record("items"));
  await visit("office-item-editor", "/items/new");
  await visit("office-catalogue", "/catalogue");
  await visit("office-manual", "/manual/handler");
  await signOut(window, base);
  await signIn(window, head, password);
  await visit("office-reports", "/reports");
  for (const tab of ["tables", "findings", "narrative", "comparison", "promises", "release"])
    await visit(`office-report-${tab}`, `/reports/2025?tab=${tab}`);
  await visit("office-counts", "/counts?year=2025");
  await visit("office-figures", "/figures?year=2025", "svg, canvas");
}

async function signIn(window, loginName, password) {
  await write(window, "input[autocomplete=username]", loginName);
  await write(window, "input[autocomplete=current-password]", password);
  await window.click("button[type=submit]");
  await until(window, has(".page-head"));
}

async function signOut(window, base) {
  const headers = `{ "x-requested-with": "yangguang", "idempotency-key": crypto.randomUUID() }`;
  await window.run(`fetch("/api/sign-in", { method: "DELETE", headers: ${headers} }).then(() => null)`);
  await window.go(`${base}/`);
}
