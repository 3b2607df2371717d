import { expect, test } from "vitest";
import { filled, pdfFile, shown } from "../../../test/builders/pdf-file.js";
import { placedPage } from "../../readers/pdf/page-glyphs.js";
import { redactPages } from "./redact-pages.js";
import { withPdf } from "./with-pdf.js";

const textOf = (bytes: Uint8Array) =>
  withPdf(bytes, (pdf) =>
    Array.from({ length: pdf.pages }, (_, index) =>
      pdf.onPage(index + 1, (handle) =>
        placedPage(pdf.pdfium, handle, index + 1)
          .glyphs.map(({ text }) => text)
          .join(""),
      ),
    ),
  );

test("a term is gone and the rest can still be searched", async () => {
  const original = pdfFile({ pages: [shown("申请人张三，身份证号110105", 60, 700, { size: 16 }) + filled(60, 500, 200, 40)] });
  const { bytes, placed } = await redactPages(original, [{ kind: "term", term: "张三", ground: "denied.third_party" }]);
  expect(placed).toHaveLength(1);
  const [text = ""] = await textOf(bytes);
  expect(text.replace(/\s/g, "")).toBe("申请人，身份证号110105");
});
