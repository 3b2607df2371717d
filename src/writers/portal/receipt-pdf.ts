import { typesetPdf } from "../office-document/typeset-pdf.js";

/** What a requester takes home. */
export interface PrintedReceipt {
  readonly agencyName: string;
  readonly number: string;
  readonly code: string;
  /** In words: 2026年11月21日 14:05. */
  readonly submittedAt: string;
  /** Where the progress can be looked up. */
  readonly statusAddress: string;
}

/** Number and code large enough to be read from paper; what is needed to look up the request, and nothing of the person. */
const RECEIPT_TYPST = `
#let receipt = json(bytes(sys.inputs.receipt))
#set document(title: "政府信息公开申请回执", author: receipt.agencyName, date: none)
#set page(paper: "a5", flipped: true, margin: (x: 20mm, y: 16mm))
#set text(font: ("Noto Serif SC",), size: 12pt, lang: "zh", region: "cn", fallback: false)
#align(center, text(size: 20pt, tracking: 1pt)[政府信息公开申请回执])
#v(6mm)
#set par(leading: 10pt)
您向 #receipt.agencyName 提出的政府信息公开申请已经提交。
#v(4mm)
#table(
  columns: (32mm, 1fr), inset: 9pt, stroke: 0.5pt, align: horizon,
  [回执编号], text(size: 16pt, receipt.number),
  [查询码], text(size: 16pt, receipt.code),
  [提交时间], receipt.submittedAt,
)
#v(3mm)
#text(size: 10.5pt)[
凭回执编号和查询码可以在 #receipt.statusAddress 查询办理情况，不需要注册。查询码只提供这一次，请妥善保管，不要告诉他人。

行政机关与您确认之日为收到申请之日（政府信息公开条例第三十一条）；自收到申请之日起 20 个工作日内答复，经批准可以延长，至多 20 个工作日（第三十三条）。]
`;

/** The receipt as a PDF/A-2b on half a sheet. Throws PDF_ENGINE_MISSING without the typesetting engine. */
export async function receiptPdf(receipt: PrintedReceipt): Promise<Uint8Array> {
  return typesetPdf(RECEIPT_TYPST, { receipt });
}
