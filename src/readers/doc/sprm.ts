import type { BinaryView } from "./binary-view.js";

/** A single property modifier: what it changes and where its operand stands. [MS-DOC] 2.2.5 */
export interface Modifier {
  readonly code: number;
  /** Place of the operand in the view; for operands of variable size, behind the byte that counts them. */
  readonly at: number;
  readonly length: number;
}

/** The modifiers this reader understands, by the names of [MS-DOC] 2.6. */
export const SPRM = {
  cFRMarkDel: 0x0800,
  cFData: 0x0806,
  cFSpec: 0x0855,
  cFVanish: 0x083c,
  cIstd: 0x4a30,
  cPicLocation: 0x6a03,
  pIstd: 0x4600,
  pIlvl: 0x260a,
  pIlfo: 0x460b,
  pOutLvl: 0x2640,
  pFInTable: 0x2416,
  pFTtp: 0x2417,
  pItap: 0x6649,
  pDtap: 0x664a,
  pFInnerTableCell: 0x244b,
  pFInnerTtp: 0x244c,
  pHugePapx: 0x6646,
  pHugePapx97: 0x6645,
  pTableProps: 0x646b,
  pChgTabs: 0xc615,
  tDefTable: 0xd608,
  tDefTable10: 0xd606,
  tVertMerge: 0xd62b,
  tMerge: 0x5624,
  tSplit: 0x5625,
  tInsert: 0x7621,
  tDelete: 0x5622,
  tDxaCol: 0x7623,
} as const;

/** Operand sizes by the three top bits of the code; 6 means that the operand counts itself. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

/** The modifiers of a list in order; a list that breaks off in the middle of one ends before it. */
export function* modifiers(list: BinaryView): Iterable<Modifier> {
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.u16(at);
    const operand = operandOf(list, code, at + 2);
    if (operand.at + operand.length > list.length) return;
    yield { code, at: operand.at, length: operand.length };
    at = operand.at + operand.length;
  }
}

function operandOf(list: BinaryView, code: number, at: number): { at: number; length: number } {
  const size = OPERAND_BYTES[code >> 13] ?? 0;
  if (size > 0) return { at, length: size };
  if (code === SPRM.tDefTable || code === SPRM.tDefTable10) {
    if (at + 2 > list.length) return { at, length: 2 };
    return { at: at + 2, length: Math.max(0, list.u16(at) - 1) };
  }
  const counted = list.u8(at);
  if (code === SPRM.pChgTabs && counted === 0xff) return { at: at + 1, length: tabChangeBytes(list, at + 1) };
  return { at: at + 1, length: counted };
}

/** sprmPChgTabs alone may be longer than 255 bytes; then its two lists have to be counted. [MS-DOC] 2.9.182 */
function tabChangeBytes(list: BinaryView, at: number): number {
  if (at >= list.length) return 1;
  const deleted = 1 + 4 * list.u8(at);
  if (at + deleted >= list.length) return deleted + 1;
  return deleted + 1 + 3 * list.u8(at + deleted);
}
