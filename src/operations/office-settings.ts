export type { IdentityServiceSettings, OfficeSettings } from "../storage/office-settings.js";
export { OFFICE_DEFAULTS } from "../storage/office-settings.js";
