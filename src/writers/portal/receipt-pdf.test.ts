import { expect, test } from "vitest";
import { nodePdfium } from "../../operations/node-pdfium.js";
import { readPdf } from "../../readers/pdf/read-pdf.js";
import { receiptPdf } from "./receipt-pdf.js";

test("the receipt can be read back: number, code and where to look", async () => {
  const bytes = await receiptPdf({
    agencyName: "青阳市商务局",
    number: "3417-20261121-K7QX4M",
    code: "ABCD-2345-EFGH",
    submittedAt: "2026年11月21日 14:05",
    statusAddress: "https://www.qingyang.gov.cn/status",
  });
  const text = JSON.stringify(await readPdf(bytes, nodePdfium));
  for (const part of ["政府信息公开申请回执", "3417-20261121-K7QX4M", "ABCD-2345-EFGH", "青阳市商务局"])
    expect(text).toContain(part);
});
