import { AppError } from "../../errors.js";
import type { IdentityServiceSettings, OfficeSettings } from "../../operations/office-settings.js";

/** The identity service people sign in by. Throws EXTERNAL_SIGN_IN_OFF where none is configured. */
export function serviceOf({ identityService }: OfficeSettings): IdentityServiceSettings {
  if (identityService === null) throw new AppError("EXTERNAL_SIGN_IN_OFF", {});
  return identityService;
}
