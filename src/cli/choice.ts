import { AppError } from "../errors.js";

/** The value if it is one of those allowed; otherwise an error that names them. */
export function choice<const Allowed extends readonly string[]>(
  option: string,
  value: string,
  allowed: Allowed,
): Allowed[number] {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new AppError("OPTION_INVALID", { option, value, allowed: allowed.join("、") });
  return found;
}
