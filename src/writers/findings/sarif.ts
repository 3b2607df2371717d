import { pathToFileURL } from "node:url";
import type { Check } from "../../checks/define-check.js";
import type { Severity } from "../../checks/finding.js";
import { basisText } from "../../findings/basis-text.js";
import type { ListedFinding } from "../../findings/check-report.js";
import type { CheckedFile } from "../../findings/checked-file.js";
import type { Listing } from "./listing.js";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", question: "note" };

/** Findings as SARIF 2.1.0, for tools that gather the results of many checkers. */
export function sarifListing(checks: readonly Check[]): Listing {
  let count = 0;
  const failures: unknown[] = [];
  const driver = {
    name: "yangguang",
    informationUri: "https://github.com/yangguang/yangguang",
    rules: checks.map(({ id, title, severity, basis }) => ({
      id,
      shortDescription: { text: title },
      help: { text: basisText(basis) },
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  };
  const item = (result: unknown) => `${count++ === 0 ? "\n" : ",\n"}${JSON.stringify(result)}`;
  return {
    begin: () =>
      `{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{\n"tool": ${JSON.stringify({ driver })},\n"columnKind": "utf16CodeUnits",\n"results": [`,
    file: (checked) => {
      if (checked.status === "unreadable") failures.push(failureOf(checked.name, checked.code, checked.message));
      return checked.status === "read" ? checked.findings.map((finding) => item(resultOf(checked, finding))).join("") : "";
    },
    end: () =>
      `\n],\n"invocations": [${JSON.stringify({ executionSuccessful: true, toolExecutionNotifications: failures })}]\n}]}\n`,
  };
}

function resultOf({ name }: CheckedFile, finding: ListedFinding): unknown {
  const { checkId, severity, message, where, place, excerpt, fingerprint, decision } = finding;
  const region =
    place?.kind === "line" ? { startLine: place.line } : { startLine: 1, ...(excerpt !== "" && { snippet: { text: excerpt } }) };
  return {
    ruleId: checkId,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(name) }, ...(place && { region }) },
        logicalLocations: [{ fullyQualifiedName: where }],
      },
    ],
    partialFingerprints: { "yangguang/v1": fingerprint },
    ...(decision?.decision === "waived" && { suppressions: [{ kind: "external", justification: decision.reason }] }),
  };
}

function failureOf(name: string, code: string, message: string): unknown {
  return {
    level: "error",
    descriptor: { id: code },
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(name) } } }],
  };
}

function uriOf(name: string): string {
  return name.startsWith("/") ? pathToFileURL(name).href : name.split("/").map(encodeURIComponent).join("/");
}
