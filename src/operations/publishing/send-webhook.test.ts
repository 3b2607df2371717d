import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPrivateAddress } from "./private-address.js";
import { sendWebhook } from "./send-webhook.js";

const received: string[] = [];
const server = createServer((request, response) => {
  request.on("data", (chunk: Buffer) => received.push(chunk.toString()));
  request.on("end", () => {
    if (request.url === "/moved") response.writeHead(302, { location: "http://169.254.169.254/" });
    else response.writeHead(200);
    response.end();
  });
});
beforeAll(() => new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready)));
afterAll(() => new Promise<void>((closed) => void server.close(() => closed())));

const port = () => String((server.address() as AddressInfo).port); // a server on a port
const url = (path = "/hook") => `http://127.0.0.1:${port()}${path}`;
const inside = [{ host: "127.0.0.1", mayBePrivate: true }];

test("a system inside is told when the list of the system says so", async () => {
  expect(await sendWebhook({ url: url(), body: '{"a":1}', allowed: inside })).toEqual({ isDone: true, detail: "对方回答 200" });
  expect(received).toEqual(['{"a":1}']);
});

test("a redirect is not followed", async () => {
  expect(await sendWebhook({ url: url("/moved"), body: "{}", allowed: inside })).toEqual({
    isDone: false,
    detail: "对方回答 302",
  });
});

test.each([
  ["a host that is not on the list", "http://127.0.0.1:PORT/hook", []],
  [
    "an address inside that the list does not say is inside",
    "http://127.0.0.1:PORT/hook",
    [{ host: "127.0.0.1", mayBePrivate: false }],
  ],
  ["a name that leads inside", "http://localhost:PORT/hook", [{ host: "localhost", mayBePrivate: false }]],
  ["another protocol", "file:///etc/passwd", inside],
  ["a password in the address", "http://a:b@127.0.0.1/", inside],
  ["what is no address", "127.0.0.1", inside],
])("%s is not told anything", async (_what, target, allowed) => {
  received.length = 0;
  expect(await sendWebhook({ url: target.replace("PORT", port()), body: "{}", allowed })).toMatchObject({ isDone: false });
  expect(received).toEqual([]);
});

test.each([
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["169.254.169.254", true],
  ["100.100.100.200", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["::ffff:7f00:1", true],
  ["64:ff9b::a00:1", true],
  ["2002:c0a8:101::", true],
  ["fd00::1", true],
  ["fe80::1%eth0", true],
  ["not an address", true],
  ["8.8.8.8", false],
  ["2400:3200::1", false],
  ["::ffff:8.8.8.8", false],
])("%s is private: %s", (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate);
});
