import type { Right } from "../../api/rights.js";

/** A place on the walk: the page is opened, a record of it if one is named, and what is spoken of is pointed at. */
export interface TourStop {
  readonly title: string;
  readonly description: string;
  /** Left out where the person may not do this. */
  readonly right: Right;
  readonly path?: string;
  /** A link on that page to a record, which is opened. */
  readonly record?: string;
  /** What is pointed at; the middle of the page where it is not there. */
  readonly selector: string;
}

/** From the desk to the published report, through what is really in the register. */
export const TOUR_STOPS: readonly TourStop[] = [
  {
    title: "一天从这里开始",
    description: "待办按法定期限排列，最急的在最前。点日期，看它从哪天起算、哪些天不算、依据哪一条。",
    right: "cases:read",
    path: "/today",
    selector: "#content tbody .ant-btn-link",
  },
  {
    title: "一件申请，从头到尾",
    description: "这是最急的一件。上面是现在能做的步骤；不能做的步骤折在下面，写着为什么。往下是全部经过和文书。",
    right: "cases:read",
    path: "/today",
    record: '#content tbody a[href^="/cases/"]',
    selector: ".next-steps",
  },
  {
    title: "登记一封新的申请",
    description: "任何页面按 N 键就到这里。一分钟登记一封信；填到一半关掉窗口，内容还在。",
    right: "cases:handle",
    path: "/cases/new",
    selector: "#content form .ant-card",
  },
  {
    title: "主动公开的信息",
    description: "拟写、筛查、审核、公开；公开以后马上出现在公开平台上。点一条，看它的正文、分类和审核经过。",
    right: "items:read",
    path: "/items",
    selector: "#content tbody tr:not([aria-hidden])",
  },
  {
    title: "法定公开内容有没有空缺",
    description: "条例第二十条、第二十一条逐项列出：公开了几条，缺什么，哪些快到二十个工作日。",
    right: "items:read",
    path: "/catalogue",
    selector: "#content .ant-tabs-nav, #content .ant-card",
  },
  {
    title: "年度报告自己数出来",
    description: "三张表由台账随时数出。点任何一个数字，看它由哪些记录来；检查出的问题标在出问题的那一格。",
    right: "reports:read",
    path: "/reports",
    record: '#content a[href^="/reports/"]',
    selector: ".statutory .figure",
  },
  {
    title: "时间花在哪里",
    description: "办理要多久、在哪个环节等得最久、复议诉讼纠正了什么。每张图旁边是表，可以下载。",
    right: "reports:read",
    path: "/figures",
    selector: ".figure-tiles",
  },
  {
    title: "账号和权限",
    description: "每人一个账号，角色在哪个机关担任就只在那里有效。",
    right: "accounts:manage",
    path: "/accounts",
    selector: "#content .ant-tabs-nav",
  },
  {
    title: "审计日志",
    description: "谁做了什么，前后有何变化；可以核对日志是否完整。",
    right: "audit:read",
    path: "/audit",
    selector: "#content .ant-card",
  },
  {
    title: "系统",
    description: "自动任务、备份、运行情况；每夜备份并试恢复，结果写在这里。",
    right: "system:manage",
    path: "/system",
    selector: "#content .ant-card",
  },
  {
    title: "提醒",
    description: "到期、新收、分给您的、等您审核的，都在铃铛里。",
    right: "signed-in",
    selector: '[aria-label^="提醒"]',
  },
  {
    title: "不清楚时",
    description: "“？”说明当前这一页和它依据的条文，能打开使用手册，也能再看一遍导览。",
    right: "signed-in",
    selector: '[data-tour="help"]',
  },
];
