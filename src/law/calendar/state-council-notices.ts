import { type PlainDate, parsePlainDate } from "../plain-date.js";
import type { HolidayNotice } from "./holiday-notice.js";
import { WORK_CALENDAR_DATA } from "./work-calendar-data.js";

const VICTORY_DAY = "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日";

/** 发文字号 of the notice that arranges the holidays of each year. */
const NUMBERS: ReadonlyMap<number, string> = new Map([
  [2008, "国办发明电〔2007〕52号"],
  [2009, "国办发明电〔2008〕42号"],
  [2010, "国办发明电〔2009〕27号"],
  [2011, "国办发明电〔2010〕40号"],
  [2012, "国办发明电〔2011〕45号"],
  [2013, "国办发明电〔2012〕33号"],
  [2014, "国办发明电〔2013〕28号"],
  [2015, "国办发明电〔2014〕28号"],
  [2016, "国办发明电〔2015〕18号"],
  [2017, "国办发明电〔2016〕17号"],
  [2018, "国办发明电〔2017〕12号"],
  [2019, "国办发明电〔2018〕15号"],
  [2020, "国办发明电〔2019〕16号"],
  [2021, "国办发明电〔2020〕27号"],
  [2022, "国办发明电〔2021〕11号"],
  [2023, "国办发明电〔2022〕16号"],
  [2024, "国办发明电〔2023〕7号"],
  [2025, "国办发明电〔2024〕12号"],
  [2026, "国办发明电〔2025〕7号"],
]);

/** The arrangements of 2008 to the last year announced when this version was made, one for each year, as they stood in the end. */
export const YEARLY_NOTICES: readonly HolidayNotice[] = WORK_CALENDAR_DATA.trim().split("\n").map(noticeIn);

/**
 * The notices that changed an arrangement after it had been announced. The table above already has their days; they are told apart
 * so that each day cites the notice that made it.
 */
export const AMENDING_NOTICES: readonly HolidayNotice[] = [
  {
    year: 2015,
    title: "国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知",
    number: "国发明电〔2015〕1号",
    off: [{ name: VICTORY_DAY, from: dayIn("2015-09-03"), to: dayIn("2015-09-05") }],
    work: [{ name: VICTORY_DAY, on: dayIn("2015-09-06") }],
  },
  {
    year: 2019,
    title: "国务院办公厅关于调整2019年劳动节假期安排的通知",
    number: "国办发明电〔2019〕3号",
    off: [{ name: "劳动节", from: dayIn("2019-05-01"), to: dayIn("2019-05-04") }],
    work: [
      { name: "劳动节", on: dayIn("2019-04-28") },
      { name: "劳动节", on: dayIn("2019-05-05") },
    ],
  },
  {
    year: 2020,
    title: "国务院办公厅关于延长2020年春节假期的通知",
    number: "国办发明电〔2020〕1号",
    off: [{ name: "春节", from: dayIn("2020-01-31"), to: dayIn("2020-02-02") }],
    work: [],
  },
];

function noticeIn(line: string): HolidayNotice {
  const [yearText = "", offText = "", workText = ""] = line.split(" | ");
  const year = Number(yearText);
  const entries = (text: string) => (text === "" ? [] : text.split("; ").map((entry) => entry.split(" ")));
  return {
    year,
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    number: NUMBERS.get(year) ?? null,
    off: entries(offText).map(([name = "", from = "", to = from]) => ({ name, from: dayIn(from), to: dayIn(to) })),
    work: entries(workText).map(([name = "", on = ""]) => ({ name, on: dayIn(on) })),
  };
}

function dayIn(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === null) throw new Error(`The table of working days holds “${text}”, which is no day.`);
  return day;
}
