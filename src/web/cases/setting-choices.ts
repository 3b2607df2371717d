import type { LetterSettings } from "../../register/letters/letter-settings.js";

type Clock = LetterSettings["clock"];
type Remedy = LetterSettings["remedy"];

/** Something that may be set one way or the other. The first way is the one that holds when nothing is set. */
export interface SettingChoice<Group> {
  readonly name: keyof Group & string;
  readonly label: string;
  readonly help: string;
  readonly ways: readonly { readonly value: string | boolean; readonly label: string }[];
}

const way = (value: string | boolean, label: string) => ({ value, label });

/** What the Regulations leave open about counting days. */
export const CLOCK_CHOICES: readonly SettingChoice<Clock>[] = [
  {
    name: "consultationBegins",
    label: "征求意见从哪一天起不计入期限",
    help: "第三十三条第三款“所需时间不计算在前款规定的期限内”，没有写明从发出还是从对方收到起。",
    ways: [way("sent", "从发出征求意见之日起"), way("received", "从对方收到之日起")],
  },
  {
    name: "countsFirstDayOfConsultation",
    label: "征求意见开始的那一天",
    help: "这一天机关还在办理。",
    ways: [way(true, "仍计入期限"), way(false, "不计入期限")],
  },
  {
    name: "countsDayOfOpinion",
    label: "收到意见的那一天",
    help: "这一天对方的意见才到。",
    ways: [way(false, "不计入期限，次日起继续"), way(true, "计入期限")],
  },
  {
    name: "excludesAskingForReasons",
    label: "要求说明理由的时间",
    help: "第三十五条没有规定要求说明理由时期限停止计算。",
    ways: [way(false, "期限继续计算"), way(true, "不计入期限")],
  },
  {
    name: "afterPayment",
    label: "缴费以后的期限",
    help: "国办函〔2020〕109号：申请人完成缴费之日的次日起重新计算；个别地方按剩余时间继续计算。",
    ways: [way("anew", "重新计算二十个工作日"), way("resume", "继续计算剩余的时间")],
  },
  {
    name: "extension",
    label: "可以延长几次",
    help: "第三十三条第二款：延长的期限最长不得超过二十个工作日。",
    ways: [way("once-per-request", "每件申请一次"), way("once-per-term", "期限重新计算后可以再延长一次")],
  },
  {
    name: "untimelyClarification",
    label: "超过七个工作日才通知补正，或者第二次通知补正",
    help: "第三十条：收到申请之日起七个工作日内一次性告知。",
    ways: [way("no-effect", "期限照常计算"), way("restarts", "补正后期限仍重新计算")],
  },
  {
    name: "repliedWhen",
    label: "哪一天算作已经答复",
    help: "第三十三条“予以答复”。",
    ways: [way("served", "答复书寄出、发出或者交付之日"), way("decided", "作出决定之日")],
  },
];

/** What is argued about in remedies. */
export const REMEDY_CHOICES: readonly SettingChoice<Remedy>[] = [
  {
    name: "statutoryOrNone",
    label: "信访类、重复申请、公开出版物、行政查询事项的告知书",
    help: "法释〔2025〕8号第一条第一项把“不予处理”列为可以起诉的行为。",
    ways: [way("optional", "写明救济途径"), way("none", "不写救济途径")],
  },
  {
    name: "otherMisc",
    label: "撤回等结案文书",
    help: "没有对申请作出处理决定。",
    ways: [way("none", "不写救济途径"), way("optional", "写明救济途径")],
  },
  {
    name: "emailIsInternetChannel",
    label: "用电子邮件送达",
    help: "行政复议法第二十二条第二款：通过互联网渠道送达的，应当同时提供网上申请复议的途径。",
    ways: [way(true, "算作互联网渠道"), way(false, "不算互联网渠道")],
  },
];
