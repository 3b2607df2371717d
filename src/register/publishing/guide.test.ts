import { expect, test } from "vitest";
import { announcedChannels, EMPTY_GUIDE, type Guide, guideGaps } from "./guide.js";

const OFFICE = {
  ...{
    name: "办公室",
    address: "建设路1号",
    hours: "工作日8:30-17:30",
    phone: "0537-1",
    fax: "0537-2",
    online: "zwgk@example.gov.cn",
  },
  postcode: "272000",
};
const open = (channel: "in_person" | "registered_mail" | "online", how = "在工作时间提交。") => ({
  channel,
  where: "建设路1号",
  how,
  isOpen: true,
});
const FULL: Guide = {
  ...EMPTY_GUIDE,
  ...{ classification: "按主题分类。", arrangement: "按时间编排。", obtaining: "网站、公报、查阅场所。", office: OFFICE },
  channels: [open("in_person"), open("registered_mail")],
};

test("a guide with every field of Article 12 has no gaps", () => {
  expect(guideGaps(FULL)).toEqual([]);
});

test("an empty guide lacks nine fields and the two channels nobody may refuse", () => {
  expect(guideGaps(EMPTY_GUIDE).map(({ label }) => label)).toEqual([
    "政府信息的分类",
    "编排体系",
    "获取方式",
    "政府信息公开工作机构的名称",
    "办公地址",
    "办公时间",
    "联系电话",
    "传真号码",
    "互联网联系方式",
    "当面提交申请的渠道",
    "邮政寄送申请的渠道",
  ]);
});

test("a channel is announced only when it is open and described", () => {
  const online = (how: string, isOpen: boolean) => announcedChannels({ channels: [{ ...open("online", how), isOpen }] });
  expect(online("登录后填写。", true)).toHaveLength(1);
  expect(online("", true)).toEqual([]);
  expect(online("登录后填写。", false)).toEqual([]);
  expect(guideGaps({ ...FULL, channels: [...FULL.channels, open("online", " ")] })).toMatchObject([{ field: "channels.2" }]);
});
