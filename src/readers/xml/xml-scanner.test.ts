import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { Vocabulary } from "./vocabulary.js";
import { XmlScanner } from "./xml-scanner.js";

const WORDS = new Vocabulary({
  namespaces: { a: ["urn:a", "urn:a-strict"], b: ["urn:b"] },
  elements: ["a:one", "a:two", "b:one"],
  attributes: ["a:id", "id"],
});

const scannerOf = (xml: string | Uint8Array) =>
  new XmlScanner(typeof xml === "string" ? new TextEncoder().encode(xml) : xml, WORDS);

/** What happens while a document is read, one word an event. */
function eventsOf(xml: string | Uint8Array): string[] {
  const scanner = scannerOf(xml);
  const events: string[] = [];
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event === "text") events.push(scanner.text());
    else events.push(`${event === "start" ? "<" : ">"}${scanner.name}`);
  }
  return events;
}

describe("elements", () => {
  test("are told by namespace, whatever the prefix", () => {
    expect(eventsOf('<x:one xmlns:x="urn:a"><x:two/></x:one>')).toEqual(["<a:one", "<a:two", ">a:two", ">a:one"]);
    expect(eventsOf('<one xmlns="urn:a-strict"><two/></one>')).toEqual(["<a:one", "<a:two", ">a:two", ">a:one"]);
    expect(eventsOf('<a:one xmlns:a="urn:other"/>')).toEqual(["<", ">"]);
  });

  test("take the namespace of the nearest declaration, and only inside it", () => {
    const xml = '<p:one xmlns:p="urn:a"><p:one xmlns:p="urn:b"><p:one/></p:one><p:one/></p:one>';
    expect(eventsOf(xml)).toEqual(["<a:one", "<b:one", "<b:one", ">b:one", ">b:one", "<a:one", ">a:one", ">a:one"]);
  });

  test("with names of the language itself are like any others", () => {
    expect(eventsOf('<__proto__><constructor toString="x"/></__proto__>')).toEqual(["<", "<", ">", ">"]);
  });

  test("whose names only look alike to a hash are told apart", () => {
    // "Aa" and "BB" have the same hash with the factor 31.
    expect(eventsOf('<r xmlns:Aa="urn:a" xmlns:BB="urn:b"><Aa:one/><BB:one/><Aa:one/></r>')).toEqual([
      "<", "<a:one", ">a:one", "<b:one", ">b:one", "<a:one", ">a:one", ">",
    ]); // biome-ignore format: one line reads better
  });

  test("that are skipped leave the scanner behind their end", () => {
    const scanner = scannerOf('<a:one xmlns:a="urn:a"><a:two>x<y/></a:two>after</a:one>');
    scanner.next();
    scanner.next();
    scanner.skip();
    expect([scanner.depth, scanner.next(), scanner.text()]).toEqual([1, "text", "after"]);
  });
});

describe("attributes", () => {
  test("are told by namespace; those without prefix are in none", () => {
    const scanner = scannerOf(`<r xmlns:p="urn:a" p:id = 'in &lt;a&gt;' id="bare" other:id="x"/>`);
    scanner.next();
    expect([scanner.attribute("a:id"), scanner.attribute("id")]).toEqual(["in <a>", "bare"]);
  });

  test("that are absent are null", () => {
    const scanner = scannerOf('<r valid="1"/>');
    scanner.next();
    expect([scanner.attribute("a:id"), scanner.attribute("id")]).toEqual([null, null]);
  });

  test("may hold a greater-than sign", () => {
    expect(eventsOf('<r id="a>b">t</r>')).toEqual(["<", "t", ">"]);
  });
});

describe("text", () => {
  test.each([
    ["&amp;&lt;&gt;&quot;&apos;", "&<>\"'"],
    ["&#20108;&#x4e8c;&#x1F600;", "二二😀"],
    ["a\r\nb\rc", "a\nb\nc"],
    ["a\u0008b&#8;c", "abc"],
    ["<![CDATA[1 < 2 &amp; 3]]>", "1 < 2 &amp; 3"],
    ["<!-- not this -->", ""],
    ["<?nor this?>", ""],
    ["长".repeat(100), "长".repeat(100)],
  ])("%j reads as %j", (xml, text) => {
    expect(eventsOf(`<r>${xml}</r>`).slice(1, -1).join("")).toBe(text);
  });

  test("of an element joins what is below it", () => {
    const scanner = scannerOf("<r>一<x>二</x><![CDATA[三]]></r>");
    scanner.next();
    expect(scanner.elementText()).toBe("一二三");
  });
});

describe("encodings", () => {
  const xml = (label: string) => `<?xml version="1.0" encoding="${label}"?><r>报告</r>`;
  const utf16 = (text: string, isLittle: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 * text.length);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < text.length; index++) view.setUint16(2 * index, text.charCodeAt(index), isLittle);
    return bytes;
  };

  test.each([
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${xml("UTF-8")}`)],
    ["UTF-16 little endian", utf16(`\ufeff${xml("UTF-16")}`, true)],
    ["UTF-16 big endian", utf16(`\ufeff${xml("UTF-16")}`, false)],
    ["UTF-16 without a mark", utf16(xml("UTF-16"), true)],
    [
      "GB18030",
      Uint8Array.of(
        ...new TextEncoder().encode('<?xml version="1.0" encoding="GB18030"?><r>'),
        0xb1,
        0xa8,
        0xb8,
        0xe6,
        ...new TextEncoder().encode("</r>"),
      ),
    ],
  ])("%s is read", (_, bytes) => {
    expect(eventsOf(bytes)).toEqual(["<", "报告", ">"]);
  });

  test.each([
    ["bytes that are no UTF-8", Uint8Array.of(0x3c, 0x72, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x72, 0x3e)],
    ["an encoding nobody knows", new TextEncoder().encode(xml("X-UNKNOWN"))],
  ])("%s are refused", (_, bytes) => {
    expect(() => eventsOf(bytes)).toThrow(expect.objectContaining({ code: "FILE_DAMAGED" }));
  });
});

describe("what is refused", () => {
  test.each([
    ["", "FILE_DAMAGED"],
    ["plain text", "FILE_DAMAGED"],
    ["<r>", "FILE_DAMAGED"],
    ["<r></x>", "FILE_DAMAGED"],
    ["<r></rr>", "FILE_DAMAGED"],
    ["<a><b></a></b>", "FILE_DAMAGED"],
    ["<r/><r/>", "FILE_DAMAGED"],
    ["<r/>after", "FILE_DAMAGED"],
    ["</r>", "FILE_DAMAGED"],
    ["<r a></r>", "FILE_DAMAGED"],
    ["<r a=1></r>", "FILE_DAMAGED"],
    ['<r a="1></r>', "FILE_DAMAGED"],
    ["<r", "FILE_DAMAGED"],
    ["< r></r>", "FILE_DAMAGED"],
    ["<r><!-- </r>", "FILE_DAMAGED"],
    ["<r><![CDATA[ </r>", "FILE_DAMAGED"],
    ["<r>&#0;</r>", "FILE_DAMAGED"],
    ["<r>&#xD800;</r>", "FILE_DAMAGED"],
    ["<r>a & b</r>", "FILE_DAMAGED"],
    ["<r>&lol;</r>", "FILE_FORBIDDEN_MARKUP"],
    ['<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>', "FILE_FORBIDDEN_MARKUP"],
    ['<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>', "FILE_FORBIDDEN_MARKUP"],
  ])("%s: %s", (xml, code) => {
    expect(() => eventsOf(xml)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ["elements nested too deep", `<r>${"<x>".repeat(LIMITS.xmlDepth)}`],
    ["a text longer than any paragraph", `<r>${"&amp;".repeat(1_000_000)}</r>`],
    ["an element with hundreds of attributes", `<r ${Array.from({ length: 600 }, (_, index) => `a${index}="1"`).join(" ")}/>`],
  ])("%s", (_, xml) => {
    expect(() => eventsOf(xml)).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });

  test("anything at all ends in an end or in a coded error", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "/",
      "a",
      "<a>",
      "</a>",
      "<a/>",
      " x='",
      '"',
      "&",
      "&lt;",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "?>",
      "=",
      "xmlns:p='u'",
      "文",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        try {
          eventsOf(parts.join(""));
        } catch (error) {
          expect(isAppError(error)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** Control characters have no place in XML, halves of surrogate pairs none in UTF-8. */
const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0xd800 && code <= 0xdfff);

test("text of any characters comes back as it was", () => {
  const escaped = (text: string) => text.replace(/[&<>\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(0x7f), fc.nat(0x10ffff)), { maxLength: 60 }), (codes) => {
      const text = String.fromCodePoint(...codes.filter((code) => !isForbidden(code)));
      expect(
        eventsOf(`<r>${escaped(text)}</r>`)
          .slice(1, -1)
          .join(""),
      ).toBe(text);
    }),
  );
});
