import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUREAU, type PortalSite, portalSite } from "../builders/portal-site.js";

let portal: PortalSite;
beforeAll(async () => {
  portal = await portalSite();
});
afterAll(() => portal.close());

const send = async (fields: Readonly<Record<string, string>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const body = new Response(form);
  return portal.server.inject({
    ...{ method: "POST", url: `/ask/${BUREAU}`, payload: Buffer.from(await body.arrayBuffer()) },
    headers: { "content-type": body.headers.get("content-type") ?? "" },
  });
};

const AGAIN = "刚才选过文件的，请在这里重新选择";

describe("a form that comes back", () => {
  test("says that files must be chosen again, which no browser keeps", async () => {
    expect((await send({ kind: "natural" })).body).toContain(AGAIN);
    expect((await send({ kind: "natural", action: "similar", description: "临时救助标准" })).body).toContain(AGAIN);
    expect((await portal.server.inject({ method: "GET", url: `/ask/${BUREAU}` })).body).not.toContain(AGAIN);
  });

  test("lists what is wrong in the order of its fields", async () => {
    const { statusCode, body } = await send({ kind: "natural", delivery: "email", medium: "electronic", document: "id-card" });
    const links = [...body.matchAll(/<li><a href="#([a-z]+)">/g)].map(([, field]) => field);
    expect([statusCode, links]).toEqual([422, ["description", "name", "identity", "contact", "email"]]);
  });

  test("holds the ways to reach somebody together, with what is asked of them", async () => {
    const { body } = await send({ kind: "natural" });
    const group =
      /<fieldset class="inner has-fault" id="contact" aria-describedby="contact-hint contact-fault"[^>]*>(.*?)<\/fieldset>/s.exec(
        body,
      );
    for (const field of ["phone", "email", "address", "postcode", "fax"]) expect(group?.[1]).toContain(`name="${field}"`);
  });
});
