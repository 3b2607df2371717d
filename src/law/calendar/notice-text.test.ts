import { describe, expect, test } from "vitest";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import { addDays } from "./day-arithmetic.js";
import { readNoticeText } from "./notice-text.js";
import { YEARLY_NOTICES } from "./state-council-notices.js";
import { WorkCalendar } from "./work-calendar.js";

const NOTICE_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
国务院办公厅`;

const NOTICE_2017 = `国务院办公厅关于2017年部分节假日安排的通知
国办发明电〔2016〕17号
一、元旦：1月1日放假，1月2日（星期一）补休。
二、春节：1月27日至2月2日放假调休，共7天。1月22日（星期日）、2月4日（星期六）上班。
三、清明节：4月2日至4日放假调休，共3天。4月1日（星期六）上班。
四、劳动节：5月1日放假，与周末连休。
五、端午节：5月28日至30日放假调休，共3天。5月27日（星期六）上班。
六、中秋节、国庆节：10月1日至8日放假调休，共8天。9月30日（星期六）上班。`;

const NOTICE_2014 = `国务院办公厅关于2014年部分节假日安排的通知
国办发明电〔2013〕28号
一、元旦：1月1日放假1天。
二、春节：1月31日至2月6日放假调休，共7天。1月26日(星期日)、2月8日(星期六)上班。
三、清明节：4月5日放假，4月7日(星期一)补休。
四、劳动节：5月1日至3日放假调休，共3天。5月4日(星期日)上班。
五、端午节：6月2日放假，与周末连休。
六、中秋节：9月8日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月28日(星期日)、10月11日(星期六)上班。`;

/** Reaches back over New Year's Day, as that of 2023 did. */
const NOTICE_2023 = `国务院办公厅关于2023年部分节假日安排的通知
国办发明电〔2022〕16号
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`;

const day = (text: string) => parsePlainDate(text) as PlainDate; // the tests write days that exist

describe("the text of a notice", () => {
  test.each([
    [2014, NOTICE_2014],
    [2017, NOTICE_2017],
    [2023, NOTICE_2023],
    [2026, NOTICE_2026],
  ])("of %i gives the working days of the table", (year, text) => {
    const { notice, faults } = readNoticeText(text);
    expect(faults).toEqual([]);
    expect(notice?.number).toBe(YEARLY_NOTICES.find((each) => each.year === year)?.number);
    const pasted = new WorkCalendar(notice ? [notice] : []);
    const table = new WorkCalendar(YEARLY_NOTICES.filter((each) => each.year === year));
    for (let each = day(`${year - 1}-12-25`); each <= `${year}-12-31`; each = addDays(each, 1)) {
      expect(`${each} ${pasted.isWorkingDay(each)}`).toBe(`${each} ${table.isWorkingDay(each)}`);
    }
  });

  test("may be without its number", () => {
    expect(readNoticeText(NOTICE_2026.replace("国办发明电〔2025〕7号", "")).notice?.number).toBeNull();
  });

  test.each([
    ["no title", "一、元旦：1月1日放假。", "没有找到“国务院办公厅关于…年部分节假日安排的通知”的标题。"],
    [
      "a weekday that is wrong",
      NOTICE_2026.replace("5月9日（周六）", "5月8日（周六）"),
      "“5月8日（周六）”与日历不符：2026-05-08 是星期五。",
    ],
    ["a count that is wrong", NOTICE_2017.replace("共8天", "共7天"), "2017-10-01 至 2017-10-08 是8天，通知写的是共7天。"],
    ["a day that does not exist", NOTICE_2017.replace("4月2日至4日", "2月30日至4日"), "“2月30日”不是日历上的日期。"],
    [
      "a make-up day in the week",
      NOTICE_2017.replace("4月1日（星期六）上班", "4月5日上班"),
      "调休上班日 2017-04-05 不是星期六或者星期日。",
    ],
    ["nothing arranged", "国务院办公厅关于2027年部分节假日安排的通知", "没有列出任何放假日期。"],
  ])("with %s is refused with the reason", (_, text, fault) => {
    const { notice, faults } = readNoticeText(text);
    expect(notice).toBeNull();
    expect(faults).toContain(fault);
  });
});
