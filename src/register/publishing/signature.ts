import { z } from "zod";
import { line } from "../input-fields.js";
import { OFFICE_ROLES } from "../office-role.js";

/** Who does something with an item: kept in the event, because the form bears the signature of the person. */
export const signature = z.object({
  id: line,
  name: line,
  /** What the person is in the agency when signing. */
  roles: z.array(z.enum(OFFICE_ROLES)).max(OFFICE_ROLES.length),
});
export type Signature = z.output<typeof signature>;
