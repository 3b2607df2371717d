const TABLES = ["proactive", "requests", "review_litigation"];

/** Leaves of a nested object as path → value. */
function leaves(value, path = "", found = new Map()) {
  if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) leaves(inner, path === "" ? key : `${path}/${key}`, found);
  else found.set(path, value);
  return found;
}

const tablesOf = (values) =>
  leaves(Object.fromEntries(TABLES.flatMap((table) => (values[table] ? [[table, values[table]]] : []))));

/** Compares the values read with the truth: every printed cell, and whether anything was invented. */
export function compareValues(expected, actual, report) {
  const truth = tablesOf(expected);
  const read = tablesOf(actual);
  const doubts = doubtedPaths(report);
  const result = { cells: 0, right: 0, missing: 0, wrong: 0, invented: 0, doubted: 0, details: [] };
  for (const key of ["format", "report_year"]) {
    if (expected[key] !== undefined && expected[key] !== actual[key])
      result.details.push(`${key} 应为 ${expected[key]}，读作 ${actual[key]}`);
  }
  for (const [path, value] of truth) {
    result.cells += 1;
    if (!read.has(path)) {
      result.missing += 1;
      result.details.push(`${path} 缺（应为 ${value}）`);
    } else if (read.get(path) === value) result.right += 1;
    else {
      result.wrong += 1;
      if (doubts.has(path)) result.doubted += 1;
      result.details.push(`${path} 应为 ${value}，读作 ${read.get(path)}${doubts.has(path) ? "（存疑）" : ""}`);
    }
  }
  for (const [path, value] of read) {
    // A sample that holds only the beginning of a report has no truth for what comes after.
    if (truth.has(path) || value === null) continue;
    result.invented += 1;
    result.details.push(`${path} 原文没有，读作 ${value}`);
  }
  return result;
}

function doubtedPaths(report) {
  const paths = new Set();
  for (const table of Object.values(report.tables)) {
    for (const [key, cell] of table.cells) {
      if (cell.doubt === undefined) continue;
      const [row, column] = key.split("|");
      paths.add(`${table.id}/${table.id === "proactive" ? row.replace(".", "/") : row}/${column}`);
    }
  }
  return paths;
}
