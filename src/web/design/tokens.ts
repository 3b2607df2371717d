/**
 * The colours, letters and measures of portal and office, in one place. Every pair of text and ground that is used keeps a contrast of
 * 4.5 : 1 or more (WCAG 2.2, 1.4.3; tokens.test.ts counts it), in the light and in the dark.
 */
export interface Palette {
  /** The page, and what lies on it. */
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  /** Text, and text that steps back. */
  readonly ink: string;
  readonly muted: string;
  /** 黛蓝: links and what can be done. */
  readonly accent: string;
  readonly onAccent: string;
  readonly accentGround: string;
  /** 日光: the mark, and what is looked at now. Never text. */
  readonly sun: string;
  readonly good: string;
  readonly goodGround: string;
  readonly warning: string;
  readonly warningGround: string;
  readonly danger: string;
  readonly dangerGround: string;
}

export const LIGHT: Palette = {
  ground: "#f6f5f2",
  surface: "#ffffff",
  raised: "#fbfaf8",
  line: "#dedbd3",
  ink: "#1f2328",
  muted: "#5b6068",
  accent: "#1c4f8c",
  onAccent: "#ffffff",
  accentGround: "#e8eff8",
  sun: "#e0a526",
  good: "#22694a",
  goodGround: "#e6f2ec",
  warning: "#8a5200",
  warningGround: "#fbf0db",
  danger: "#a8261c",
  dangerGround: "#fbe9e7",
};

export const DARK: Palette = {
  ground: "#15171a",
  surface: "#1d2024",
  raised: "#24282d",
  line: "#3a3f46",
  ink: "#e8e6e1",
  muted: "#a9adb3",
  accent: "#8db8ec",
  onAccent: "#10233a",
  accentGround: "#1f2f44",
  sun: "#e0a526",
  good: "#7ecaa4",
  goodGround: "#1c3329",
  warning: "#e6b35c",
  warningGround: "#3a2d15",
  danger: "#f2998f",
  dangerGround: "#40201d",
};

/** The colours of charts, in order: told apart without seeing red and green (Okabe–Ito, made darker or lighter for 3 : 1 on the ground). */
export const CHART_COLOURS = {
  light: ["#1c4f8c", "#c77800", "#22694a", "#a8261c", "#6b4f9e", "#5b6068"],
  dark: ["#8db8ec", "#e6b35c", "#7ecaa4", "#f2998f", "#bda7ea", "#a9adb3"],
} as const;

/** Chinese fonts as systems have them; nothing is downloaded. */
export const FONTS = {
  sans: '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif',
  serif: '"Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "STSong", "SimSun", serif',
  figures: '"DIN Alternate", "Bahnschrift", "Roboto", "Noto Sans CJK SC", system-ui, sans-serif',
} as const;

/** Steps of distance, in pixels at the usual size of letters. */
export const SPACE = [0, 4, 8, 12, 16, 24, 32, 48, 64] as const;
export const RADIUS = 6;

/** The palette as custom properties of a style sheet: `--ink`, `--accent-ground`. */
export function cssProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${colour};`)
    .join(" ");
}

/** The colours of charts as custom properties: `--chart-1` to `--chart-6`. */
export function chartProperties(brightness: keyof typeof CHART_COLOURS): string {
  return CHART_COLOURS[brightness].map((colour, at) => `--chart-${at + 1}: ${colour};`).join(" ");
}
