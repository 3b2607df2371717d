import { AppError } from "../../errors.js";

/** What reading a form gives; a form that is torn or is none is a fault of whoever sent it, not of this program. */
export async function readableForm<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    // The parser throws plain errors without a status.
    if (error instanceof Error && error.constructor === Error && !("statusCode" in error))
      throw new AppError("BODY_UNREADABLE", {}, { cause: error });
    throw error;
  }
}
