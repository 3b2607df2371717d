import { fillMessage, type MessageData } from "./document/message.js";

/**
 * Every request that cannot be served, with the HTTP status an application answers with and the sentence its user reads.
 * Codes are public: never renamed, never reused. docs/errors.md has a row for each.
 */
export const ERRORS = {
  FILE_NOT_FOUND: { status: 404, message: "找不到文件“{path}”。请核对路径后重试。" },
  FILE_EMPTY: { status: 422, message: "文件是空的，没有任何内容。请重新导出或下载后再试。" },
  FILE_TOO_LARGE: {
    status: 413,
    message: "文件有 {megabytes} MB，超过 {limit} MB 的上限。请确认选对了文件；图片过多时可先压缩图片。",
  },
  FILE_KIND_UNKNOWN: { status: 415, message: "认不出这是什么文件。可以读取 docx、doc、wps、odt、pdf、html、txt、md、xlsx。" },
  FILE_KIND_UNSUPPORTED: { status: 415, message: "这是 {kind} 文件，不能直接读取。请用 Word 或 WPS 打开，另存为 docx 后再试。" },
  FILE_PROTECTED: { status: 422, message: "文件设有打开密码。请去除密码后再试。" },
  FILE_DAMAGED: { status: 422, message: "文件已损坏或不完整（{detail}）。请重新下载，或用原程序打开后另存一份再试。" },
  FILE_EXPANDS_TOO_MUCH: { status: 422, message: "文件解压后超过 {limit} MB 的上限，疑似异常文件，未予读取。" },
  FILE_TOO_COMPLEX: { status: 422, message: "文件结构异常复杂（{detail}），超过读取上限，未予读取。" },
  FILE_FORBIDDEN_MARKUP: { status: 422, message: "文件含有不应出现的标记（{detail}），出于安全考虑未予读取。" },
  READ_TIMED_OUT: { status: 422, message: "读取超过 {seconds} 秒仍未完成，已停止。请用原程序打开后另存一份再试。" },
  READ_OUT_OF_MEMORY: { status: 422, message: "读取所需内存超过 {limit} MB 的上限，已停止。请用原程序打开后另存一份再试。" },
  READER_CRASHED: { status: 422, message: "读取程序意外退出（{detail}），文件可能已损坏。请用原程序打开后另存一份再试。" },
  OCR_ENGINE_MISSING: {
    status: 422,
    message:
      "这是扫描件，需要光学识别引擎才能读取。请运行 npm install tesseract.js @tesseract.js-data/eng @tesseract.js-data/chi_sim，或安装系统软件 tesseract-ocr 和 tesseract-ocr-chi-sim，然后重试。",
  },
  NOT_A_REPORT: { status: 422, message: "文件里没有找到政府信息公开工作年度报告的标题、章节或表格。请确认选对了文件。" },
  WAIVERS_INVALID: { status: 422, message: "豁免文件“{path}”不符合要求：{detail}。请对照 docs/checks/waivers.md 修改。" },
  CHECK_UNKNOWN: { status: 404, message: "没有编号为“{id}”的检查。运行 yangguang checks 可查看全部检查。" },
  NO_FILES_MATCH: { status: 404, message: "“{pattern}”没有对应任何可读取的文件。请核对路径或通配符。" },
  OPTION_INVALID: { status: 400, message: "选项 {option} 的值“{value}”无效，可用的值：{allowed}。" },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A request that cannot be served: a code, a Chinese sentence that says what to do next, and the status for the web. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly status: number;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: Code, data: MessageData<(typeof ERRORS)[Code]["message"]>, options?: { cause?: unknown }) {
    super(fillMessage(ERRORS[code].message, data), options);
    this.name = "AppError";
    this.code = code;
    this.status = ERRORS[code].status;
    this.data = data;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
