import { z } from "zod";
import { feeCalculation, processingFee } from "../../law/fees/processing-fee.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import { piecesBefore } from "./draft-order.js";
import type { LetterSource, Reading } from "./letter-source.js";

/** The fee as it follows from what is charged for, with its calculation line by line. */
export interface OrderedFee {
  readonly yuan: number;
  readonly calculation: readonly string[];
}

const CHARGED = z.object({ basis: z.enum(["item", "page"]), quantity: z.int().min(1).max(1e6) });

/** 信息处理费 of a notice that is being written (国办函〔2020〕109号); null for other letters, and until it is said how many pieces or pages. */
export async function feeOfOrder(reading: Reading, source: LetterSource, { step }: LetterOrder): Promise<OrderedFee | null> {
  if (step?.transition !== "notice-fee") return null;
  const charged = CHARGED.safeParse(step.input);
  if (!charged.success) return null;
  const { basis, quantity } = charged.data;
  const fee = processingFee(
    basis === "item" ? { basis, before: await piecesBefore(reading, source), pieces: quantity } : { basis, pages: quantity },
  );
  return { yuan: fee.yuan, calculation: feeCalculation(fee) };
}
