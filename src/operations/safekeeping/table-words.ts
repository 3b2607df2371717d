import { PORTAL_TABLE_WORDS } from "./portal-table-words.js";

/** What a table holds, in the words of the page that lies in an exported folder, and what its own columns are. */
interface TableWords {
  readonly about: string;
  /** Columns that mean something else than `COLUMN_WORDS` says, or are of this table alone. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** Columns that mean the same wherever they stand. */
const COLUMN_WORDS: Readonly<Record<string, string>> = {
  id: "编号，永不更改",
  chain_id: "所属的日志链：机关编号，register 为全系统",
  agency_id: "机关编号",
  account_id: "账号编号",
  case_id: "申请（案卷）编号",
  item_id: "主动公开信息的编号",
  proceeding_id: "复议、诉讼的编号",
  attachment_id: "附件编号",
  letter_id: "来信编号：一封信拆成几件时各件相同",
  version: "版本，自 1 起",
  sequence: "同一对象之内的次序，自 1 起",
  position: "在日志链中的次序，自 1 起",
  kind: "类别",
  name: "名称",
  subject: "对象的编号",
  body: "内容，JSON",
  value: "内容，JSON",
  year: "年度",
  edition: "版次，自 1 起",
  number: "编号、文号",
  channel: "收到的渠道（见“代码”）",
  requester_kind: "申请人类别（见“代码”）",
  arrived_on: "到达机关之日",
  received_on: "依法视为收到之日",
  description: "申请内容",
  recorded_at: "记录的时刻，UTC，毫秒",
  recorded_by: "记录人的账号编号或者姓名",
  reason: "补记、更正的原因",
  media_type: "文件类型（MIME）",
  sha256: "内容的 SHA-256",
  size: "字节数",
  bytes: "文件内容；在 JSONL 中为 sha256:…，内容在 files/ 之下同名的文件里",
  key_id: "加密所用密钥的编号",
  public_key: "公钥",
  is_current: "是否正在使用",
  is_sample: "是否样例",
  made_at: "建立的时刻",
  ends_at: "到期的时刻",
  published_at: "公开的时刻",
  title: "名称",
  theme: "主题分类",
  genre: "体裁分类",
  validity: "有效性",
  disclosure_item: "法定主动公开事项（条例第二十条、第二十一条）",
  outcome: "办理结果（见“代码”）",
  due_on: "期限届满之日",
  search_text: "检索用的文字，由其他列算出",
  bigrams: "检索用的相邻两字，由其他列算出",
  title_key: "排序、检索用的名称",
};

/** Every table of a backup or an export. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  "public.access_token": {
    about: "其他系统的访问令牌",
    columns: {
      token_hash: "令牌的散列",
      rights: "权限",
      made_by: "签发人",
      revoked_at: "撤销的时刻",
      used_at: "最近使用的时刻",
    },
  },
  "public.account_credential": {
    about: "账号的登录凭据",
    columns: {
      login_name: "用户名",
      password_hash: "密码的散列（argon2id）",
      password_set_at: "设定密码的时刻",
      must_change: "是否须修改密码",
      failures: "连续输错次数",
      locks: "锁定次数",
      locked_until: "锁定至",
      totp: "动态口令的共享密钥，已加密",
      totp_confirmed_at: "启用动态口令的时刻",
      totp_step: "最近用过的动态口令的时间步",
      recovery: "恢复码的散列",
    },
  },
  "public.account_version": { about: "账号，每次改动一行" },
  "public.activity": { about: "操作记录：登录、查看身份信息、导出等没有改动台账的事" },
  "public.agency_version": { about: "机关，每次改动一行" },
  "public.attachment": {
    about: "附件：申请材料、出具的文书、拟公开信息的文件、年度报告文件",
    columns: {
      case_id: "所属申请；不属于任何申请的为空",
      name: "文件名；加密存放的为空，在 envelope 里",
      sha256: "内容的 SHA-256；加密存放的为空，在 envelope 里",
      envelope: "已加密的文件名、SHA-256 和数据密钥",
      content_seal: "日志链所记的封印：以密钥计算的散列",
    },
  },
  "public.attachment_edition": {
    about: "由另一附件隐去、遮盖而成的附件",
    columns: { made_from: "原附件编号", how: "masked 隐去，redacted 遮盖" },
  },
  "public.attachment_text": {
    about: "由附件读出的文字，供检索",
    columns: { body_text: "文字", sealed_text: "文字，已加密" },
  },
  "public.audit_chain": {
    about: "日志链，每个机关一条，register 为全系统",
    columns: {
      length: "条数",
      head: "末条的散列值",
      last_at: "末条的时刻",
      closed_at: "在此时刻及以前不再有新记录",
      closed_seal: "closed_at 的散列值",
    },
  },
  "public.audit_entry": {
    about: "日志，每记录一项内容一条，前后以散列值相连",
    columns: {
      kind: "所记的是哪一张表",
      subject: "所记的行：各主键以 U+001F 相连",
      digest: "该行内容的 SHA-256",
      hash: "本条与前一条合算的 SHA-256",
    },
  },
  "public.case_course": {
    about: "申请在各个时段的状况，供统计，由办理记录算出",
    columns: {
      known_from: "自何时起这样知道",
      known_until: "至何时",
      first_known: "首次记录的时刻",
      is_split: "来信是否拆为多件",
      is_registered: "是否已登记",
      closed_on: "办结之日",
      is_extended: "是否延期",
    },
  },
  "public.case_description": { about: "申请内容的更正" },
  "public.case_event": {
    about: "申请的办理记录，一步一行；案卷的状态、期限、结果都由它推出",
    columns: { body: "这一步的内容，JSON：type 为步骤（见“代码”），on 为发生之日，其余为该步骤所填的各项" },
  },
  "public.case_file": {
    about: "申请，一件一行（一封信拆成几件的，各为一行）",
    columns: {
      number: "登记编号",
      requester: "申请人：类别、名称、证件、联系方式；默认加密，明文导出时为 JSON",
      requester_seal: "日志链所记的申请人封印：以密钥计算的散列",
      requester_index: "查找同一申请人用的索引：以密钥计算的散列",
      body: "JSON：description 申请内容，wantedForm 希望的形式，isImported 是否补录的纸质台账",
    },
  },
  "public.case_summary": {
    about: "申请的当前状况，供列表，由办理记录算出",
    columns: {
      state: "状态（见“代码”）",
      is_open: "是否在办",
      is_due_provisional: "期限是否暂定",
      law_version: "期限规则的版本",
      waiting_for: "在等谁",
      waiting_until: "等到何日",
      closed_on: "办结之日",
      served_on: "送达之日",
      handler: "承办人",
      unit: "承办机构",
      updated_at: "更新的时刻",
    },
  },
  "public.handover_event": { about: "向档案馆、图书馆移送的记录", columns: { handover_id: "移送编号" } },
  "public.identity_key": {
    about: "密钥的编号和验证值（密钥本身在密钥文件里）；明文导出时没有内容",
    columns: { proof: "验证值：密钥对固定文字的散列", retired_at: "停用的时刻" },
  },
  "public.identity_link": {
    about: "账号与统一身份认证的关联",
    columns: { issuer: "认证服务", subject: "身份标识", linked_at: "关联的时刻" },
  },
  "public.index_number": {
    about: "索引号，不重复使用",
    columns: { index_text: "索引号", series: "编号的序列", serial: "流水号；沿用原有编号的为空" },
  },
  "public.information_item": { about: "主动公开信息" },
  "public.letter_draft": {
    about: "还没有签发的文书草稿，签发后删除",
    columns: {
      letter_id: "文书种类，见 docs/register/letters.md",
      sealed: "草稿，已加密",
      saved_at: "保存的时刻",
      saved_by: "保存人的账号编号",
    },
  },
  "public.letter_draft_event": {
    about: "文书草稿的送签、取回、退回、签发，每次一行",
    columns: { letter_id: "文书种类，见 docs/register/letters.md", reason: "退回的原因" },
  },
  "public.issued_letter": {
    about: "出具的文书",
    columns: {
      letter_id: "文书种类，见 docs/register/letters.md",
      act_event_id: "所依据的办理记录的编号",
      number: "发文字号",
      dated_on: "成文日期",
      body: "文书内容，已加密；明文导出时另有 opened_body，为 JSON",
      docx_id: "docx 文件的附件编号",
      pdf_id: "pdf 文件的附件编号",
    },
  },
  "public.item_event": {
    about: "主动公开信息的办理记录，一步一行；拟稿、审核、公开、撤回都由它推出",
    columns: { body: "这一步的内容，JSON：type 为步骤（见“代码”），on 为发生之日，其余为该步骤所填的各项" },
  },
  "public.item_summary": {
    about: "主动公开信息的当前状况，供列表，由办理记录算出",
    columns: {
      state: "状态",
      index_text: "索引号",
      document_number: "文号",
      attribute: "公开属性：主动公开、依申请公开、不予公开",
      document_kind: "规章或者行政规范性文件",
      validity: "有效性标注",
      made_on: "生成日期",
      counted_from: "公开期限自何日起算",
      other_days: "另行规定的期限，工作日",
      revised_at: "修改的时刻",
      is_public: "是否公开",
      scheduled_for: "定时公开的时刻",
      assessed_on: "最近评估之日",
      turn: "轮到的环节",
      turn_roles: "轮到的角色",
      turn_people: "轮到的人员",
      authors: "拟稿人",
      interprets: "所解读的信息",
      snapshots: "公开过的快照数",
      changed_at: "更新的时刻",
    },
  },
  "public.job_run": {
    about: "自动任务的运行记录",
    columns: {
      job: "任务",
      started_at: "开始的时刻",
      milliseconds: "用时，毫秒",
      is_done: "是否成功",
      detail: "结果，JSON",
    },
  },
  "public.letter_number": {
    about: "用过的发文字号",
    columns: { kind: "文书类别", number: "流水号", letter_id: "文书编号" },
  },
  "public.monthly_figure": {
    about: "年度报告表二、表三以外按月填报的数字",
    columns: {
      table_row: "年度报告的行，见 docs/report-schema.md",
      table_column: "年度报告的列",
      month: "月份",
      value: "数字",
      source: "来源",
    },
  },
  "public.normative_document": {
    about: "规章和行政规范性文件的制发、废止，每次改动一行",
    columns: { document_id: "文件编号", body: "JSON：kind、title、number、madeOn 制定、publishedOn 公开、repealedOn 废止" },
  },
  "public.notice": {
    about: "对人员的提醒",
    columns: { mark: "区分同一对象的几次提醒", read_at: "已读的时刻", mailed_at: "发出邮件的时刻" },
  },
  "public.outbox_attempt": {
    about: "向订阅的其他系统推送的尝试",
    columns: {
      message_id: "消息编号",
      target: "接收地址",
      attempt: "第几次",
      at: "时刻",
      is_done: "是否成功",
      detail: "结果",
    },
  },
  "public.outbox_message": { about: "要推送给其他系统的消息" },
  "public.proceeding": {
    about: "行政复议、行政诉讼",
    columns: { body: "JSON：kind 复议或者诉讼，route 是否经过复议，requestId 申请编号，number 案号，forum 复议机关或者法院" },
  },
  "public.proceeding_event": {
    about: "行政复议、行政诉讼的进展，一步一行",
    columns: { body: "JSON：type 为步骤（见“代码”），on 为发生之日，其余为该步骤所填的各项" },
  },
  "public.report_edition": {
    about: "定稿的年度报告，每版一行",
    columns: {
      content_hash: "body 的 SHA-256",
      as_of: "统计的时刻",
      body: "JSON：report 报告全文，见 docs/report-schema.md",
      opening_cells: "交给下一年度的数字，由 body 算出",
      opening_agencies: "交给下一年度的机关，由 body 算出",
      opening_format: "报告格式，由 body 算出",
      opening_as_of: "统计的时刻，由 body 算出",
    },
  },
  "public.request_link": {
    about: "申请之间的关联",
    columns: { request_id: "后一件申请", earlier_id: "前一件申请", kind: "关联的种类", is_removed: "是否取消关联" },
  },
  "public.security_key": {
    about: "账号的安全密钥（WebAuthn）",
    columns: {
      credential_id: "密钥的编号",
      counter: "使用次数",
      transports: "连接方式",
      added_at: "登记的时刻",
      used_at: "最近使用的时刻",
    },
  },
  "public.setting_version": { about: "设置，每次改动一行", columns: { name: "设置的名称" } },
  "public.webhook_secret": {
    about: "推送的签名密钥",
    columns: { target: "接收地址的编号", sealed: "密钥，已加密" },
  },
  ...PORTAL_TABLE_WORDS,
};

/** What a column of a table is; null where nobody has said. */
export function columnWords(table: string, column: string): string | null {
  if (column === "sequence" && table.startsWith("portal.")) return "更新的序号";
  return TABLE_WORDS[table]?.columns?.[column] ?? COLUMN_WORDS[column] ?? null;
}
