/** What is said of a page under its "?": what it is for, and the article behind it. */
export interface HelpTopic {
  readonly path: string;
  readonly text: string;
  readonly article?: string;
  /** The page of the manual (docs/manual). */
  readonly manual: ManualPage;
}

export const MANUAL_PAGES = {
  handler: "经办人",
  reviewer: "审核人和保密审查员",
  head: "负责人",
  supervisor: "主管部门",
  administrators: "三个管理员",
} as const;
export type ManualPage = keyof typeof MANUAL_PAGES;

/** The longest path that fits is taken. */
const HELP_TOPICS: readonly HelpTopic[] = [
  {
    path: "/today",
    text: "按法定期限排列的待办，最急的在最前。点日期看它怎样算出。",
    article: "条例第三十三条：收到申请之日起二十个工作日内答复；需要延长的，经批准至多再延二十个工作日。",
    manual: "handler",
  },
  {
    path: "/cases",
    text: "全部申请，可以按状态、结果、渠道查找和导出。",
    article: "条例第二十九条至第三十九条。",
    manual: "handler",
  },
  {
    path: "/cases/new",
    text: "登记一封申请；一封信里有几件事的，分成几件。",
    article: "条例第二十九条：姓名或者名称、身份证明、联系方式；所需信息的名称、文号或者特征；形式要求。",
    manual: "handler",
  },
  {
    path: "/proceedings",
    text: "行政复议和行政诉讼，可以挂在申请上，也可以单独登记。",
    article: "条例第五十一条。",
    manual: "handler",
  },
  {
    path: "/submissions",
    text: "公开平台收到、没有自动登记的来件：看过以后登记为申请，或者写明理由不予登记。",
    article: "条例第三十一条：通过互联网渠道提交的，以双方确认之日为收到申请之日。",
    manual: "handler",
  },
  {
    path: "/published-answers",
    text: "放在公开平台上的答复：别人写类似申请时先看到，也许不必再申请。",
    article: "条例第四十四条。",
    manual: "head",
  },
  {
    path: "/items",
    text: "主动公开的信息：拟写、送审、公开、撤回。",
    article: "条例第十九条至第二十六条：形成或者变更之日起二十个工作日内公开。",
    manual: "handler",
  },
  {
    path: "/reviews",
    text: "轮到您签字的信息。自己拟写的，自己不能审。",
    article: "条例第十七条：公开前的保密审查和公开审查。",
    manual: "reviewer",
  },
  {
    path: "/catalogue",
    text: "每一项法定公开内容有没有空缺，哪些快到期限。",
    article: "条例第二十条、第二十一条。",
    manual: "handler",
  },
  { path: "/guide", text: "公开指南和公开目录，公开平台上显示的就是这里写的。", article: "条例第十二条。", manual: "head" },
  {
    path: "/reports",
    text: "年度报告：三张表全年可看，每一格都能打开看由哪些记录数出。",
    article: "条例第四十九条、第五十条：每年 1 月 31 日前公布上一年度报告。",
    manual: "head",
  },
  {
    path: "/counts",
    text: "表二里数不出来的数字，每月填报或者导入。没有发生的填 0，空着不当作 0。",
    article: "条例第二十条第（一）（五）（六）（八）（九）项。",
    manual: "handler",
  },
  {
    path: "/figures",
    text: "办理要多久、时间花在哪里；天数都是工作日。主管部门可以看下级机关。",
    article: "条例第四十七条、第五十条。",
    manual: "head",
  },
  { path: "/settings", text: "机关的文书、编号、审核流程和期限的算法。", manual: "head" },
  {
    path: "/publishing-settings",
    text: "期限提醒、索引号、移送的接收单位，以及把公开的消息推送给其他系统。密钥只显示一次。",
    article: "条例第十八条、第二十五条、第二十六条。",
    manual: "head",
  },
  { path: "/accounts", text: "账号、角色、令牌和登录规则。一次性密码只显示一次。", manual: "administrators" },
  { path: "/audit", text: "谁、何时、做了什么，前后有何变化；核对日志有没有被改动。", manual: "administrators" },
  {
    path: "/agencies",
    text: "机关及其上下级；更名、撤并、分立自某日起生效，以前的文书和报告不变。",
    manual: "administrators",
  },
  { path: "/system", text: "自动任务、备份和运行情况。", manual: "administrators" },
];

export function helpTopic(pathname: string): HelpTopic | null {
  const fitting = HELP_TOPICS.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return fitting.reduce<HelpTopic | null>(
    (best, one) => (best === null || one.path.length > best.path.length ? one : best),
    null,
  );
}
