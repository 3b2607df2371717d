import type { Agency } from "../../src/register/agency.js";
import { dayIn } from "./case-file.js";

/** A department of a county that has been there since 2015, unless said otherwise. */
export function buildAgency(spec: {
  readonly id: string;
  readonly name?: string;
  readonly parent?: string | null;
  readonly from?: string;
}): Agency {
  const { id, name = `${id}局`, parent = null } = spec;
  const from = dayIn(spec.from ?? "2015-01-01");
  return {
    id,
    kind: "local-department",
    level: "county",
    names: [{ value: name, from, until: null }],
    creditCodes: [{ value: `code-${id}`, from, until: null }],
    parents: [{ value: parent, from, until: null }],
    authorities: [{ value: null, from, until: null }],
    successor: null,
  };
}
