import fc from "fast-check";
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Markup, markup } from "./markup.js";

test("what is put in is escaped as in all other pages, in text and in attributes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom('<script>"', "&amp;", "'", "</p>"), (text, sign) => {
      const said = `${text}${sign}${text}`;
      expect(markup`<p title="${said}">${said}</p>`.html).toBe(render(h("p", { title: said }, said)));
    }),
  );
});

test("markup goes in as it is, lists one after another, what is not there not at all", () => {
  const inner = markup`<b>${"<"}</b>`;
  expect(markup`${inner}${[inner, "&"]}${null}${undefined}${false}${0}`.html).toBe("<b>&lt;</b><b>&lt;</b>&amp;0");
  expect(inner).toBeInstanceOf(Markup);
});
