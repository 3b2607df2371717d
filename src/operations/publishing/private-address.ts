import { BlockList, isIP } from "node:net";

/** Addresses that are not of the public internet (RFC 6890): nothing a webhook names may lead there unless the system says so. */
const RESERVED = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  RESERVED.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::", 128],
  ["::1", 128],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const) {
  RESERVED.addSubnet(network, prefix, "ipv6");
}

/** Whether an address is private, local or reserved. What is no address counts as private: better not sent than sent inside. */
export function isPrivateAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return RESERVED.check(address, "ipv4");
    case 6: {
      const inner = embeddedIpv4(address);
      return RESERVED.check(address, "ipv6") || (inner !== null && RESERVED.check(inner, "ipv4"));
    }
    default:
      return true;
  }
}

/** The IPv4 address inside ::ffff:127.0.0.1, ::7f00:1, 64:ff9b::7f00:1 and 2002:7f00:1:: – every form that gateways translate. */
function embeddedIpv4(address: string): string | null {
  const groups = groupsOf(address);
  if (groups === null) return null;
  const starts = (...wanted: readonly number[]): boolean => wanted.every((group, index) => groups[index] === group);
  const pair =
    starts(0, 0, 0, 0, 0, 0xffff) || starts(0, 0, 0, 0, 0, 0) || starts(0x64, 0xff9b, 0, 0, 0, 0)
      ? groups.slice(6)
      : starts(0x2002)
        ? groups.slice(1, 3)
        : null;
  if (pair === null) return null;
  return pair.flatMap((group) => [group >> 8, group & 0xff]).join(".");
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] | null {
  const [, before = "", quad] = /^(.*?)(\d+\.\d+\.\d+\.\d+)?(?:%.*)?$/.exec(address) ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = (quad ?? "").split(".").map(Number);
  const written = quad === undefined ? before : `${before}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  const [left = "", right] = written.split("::");
  const parse = (text: string): number[] => (text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16)));
  const head = parse(left);
  const tail = right === undefined ? [] : parse(right);
  const groups =
    right === undefined ? head : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
  return groups.length === 8 && groups.every((group) => group >= 0 && group <= 0xffff) ? groups : null;
}
