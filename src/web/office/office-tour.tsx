import { Tour, type TourProps } from "antd";
import { useCallback, useState } from "react";

const SEEN = "yangguang-tour";

const element = (selector: string) => () => document.querySelector<HTMLElement>(selector) ?? document.body;

/** A step is left out where the person has not what it speaks of. */
const STEPS: readonly { readonly selector: string; readonly title: string; readonly description: string }[] = [
  {
    selector: 'nav a[href="/today"]',
    title: "一天从这里开始",
    description: "所有待办按法定期限排列，最急的在最前；点日期看它怎样算出。",
  },
  {
    selector: 'nav a[href="/cases"]',
    title: "申请台账",
    description: "每一件申请和它的全部经过。任何页面按 N 键登记一封新申请。",
  },
  { selector: 'nav a[href="/items"]', title: "主动公开", description: "拟写、审核、公开；发布的信息马上出现在公开平台上。" },
  { selector: 'nav a[href="/reports"]', title: "年度报告", description: "三张表由台账随时数出，点任何一格看它由哪些记录来。" },
  { selector: 'nav a[href="/accounts"]', title: "账号和权限", description: "每人一个账号，角色在哪个机关担任就只在那里有效。" },
  { selector: 'nav a[href="/audit"]', title: "审计日志", description: "谁做了什么，前后有何变化；可以核对日志是否完整。" },
  { selector: '[aria-label^="提醒"]', title: "提醒", description: "到期、新收、分给您的、等您审核的，都在铃铛里。" },
  { selector: '[data-tour="help"]', title: "不清楚时", description: "“？”说明当前这一页和它依据的条文，也能再看一遍导览。" },
];

export interface OfficeTour {
  readonly begin: () => void;
  readonly shown: React.ReactNode;
}

/** A walk around the office in a few steps: by itself at the first visit, later when asked for. */
export function useOfficeTour(): OfficeTour {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(SEEN) === null && !navigator.webdriver);
  const begin = useCallback(() => setOpen(true), []);
  const close = () => {
    localStorage.setItem(SEEN, "seen");
    setOpen(false);
  };
  const steps: TourProps["steps"] = isOpen
    ? STEPS.filter(({ selector }) => document.querySelector(selector) !== null).map(({ selector, ...step }) => ({
        ...step,
        target: element(selector),
      }))
    : [];
  return { begin, shown: <Tour open={isOpen && steps.length > 0} onClose={close} onFinish={close} steps={steps} /> };
}
