/** Where information was made public besides the platform (条例 第二十三条、第二十五条). Configurable: an agency may add its own. */
export const PUBLICATION_CHANNELS = [
  "website",
  "wechat",
  "weibo",
  "video",
  "gazette",
  "press-conference",
  "newspaper",
  "broadcast",
  "notice-board",
  "screen",
  "reading-place",
  "service-hall",
  "village-board",
  "other",
] as const;
export type PublicationChannel = (typeof PUBLICATION_CHANNELS)[number];

export const PUBLICATION_CHANNEL_LABELS: Readonly<Record<PublicationChannel, string>> = {
  website: "政府网站",
  wechat: "微信公众号",
  weibo: "微博",
  video: "短视频平台",
  gazette: "政府公报",
  "press-conference": "新闻发布会",
  newspaper: "报刊",
  broadcast: "广播、电视",
  "notice-board": "信息公告栏",
  screen: "电子信息屏",
  "reading-place": "国家档案馆、公共图书馆等查阅场所",
  "service-hall": "政务服务场所",
  "village-board": "村（居）务公开栏",
  other: "其他",
};
