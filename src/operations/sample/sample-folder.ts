import { join } from "node:path";
import { readConfiguration } from "../../storage/read-configuration.js";

const SAMPLE_CITY_NAME = "示例市";
export const SAMPLE_PORTAL_NAME = `${SAMPLE_CITY_NAME}政府信息公开`;

/** Where the sample city lives: below the data directory, with a database of its own, so that it never meets a real register. */
export function sampleFolder(): string {
  return join(readConfiguration().dataDirectory, "sample");
}
