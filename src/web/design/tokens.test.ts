import { describe, expect, test } from "vitest";
import { cssProperties, DARK, LIGHT, type Palette } from "./tokens.js";

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS: readonly (keyof Palette)[] = ["ink", "muted", "accent", "good", "warning", "danger"];
const GROUNDS: readonly (keyof Palette)[] = ["ground", "surface", "raised"];
const PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ["onAccent", "accent"],
  ["accent", "accentGround"],
  ["ink", "accentGround"],
  ["good", "goodGround"],
  ["warning", "warningGround"],
  ["danger", "dangerGround"],
];

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
])("the %s palette", (_, palette) => {
  test.each(PAIRS)("shows %s on %s with a contrast of 4.5 or more", (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
});

test("a palette becomes custom properties", () => {
  expect(cssProperties(LIGHT)).toContain("--accent-ground: #e8eff8;");
});
