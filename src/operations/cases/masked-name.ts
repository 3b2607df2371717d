import type { Requester } from "../../register/info-request.js";

/** A person's name without the given name: 欧阳** and 张* alike keep one character. The name of an organization is no secret. */
export function maskedName({ kind, name }: Pick<Requester, "kind" | "name">): string {
  if (kind !== "natural") return name;
  const [first = "", ...others] = [...name.trim()];
  return `${first}${"*".repeat(Math.max(1, others.length))}`;
}
