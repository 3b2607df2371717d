import { type Line, stretchOf } from "../report/lines.js";
import { atText, type Whereabouts } from "./finding.js";

/** The words of a line from `start` to `end`, as a place in the report. */
export function atLine(line: Line, start = 0, end = line.text.length): Whereabouts {
  const stretch = stretchOf(line, start, end);
  return atText(line.passage, stretch.start, stretch.end);
}

/** The words a regular expression found in a line, as a place in the report. */
export function atMatch(line: Line, match: RegExpExecArray): Whereabouts {
  return atLine(line, match.index, match.index + match[0].length);
}
