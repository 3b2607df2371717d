import { AppError } from "../errors.js";

/** The whole number an option was given, within its bounds; otherwise an error that names them. */
export function wholeNumber(
  option: string,
  value: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new AppError("OPTION_INVALID", { option, value, allowed: `${least}–${most}` });
}
