/** Lines a site or a content system puts around a report: buttons, breadcrumbs, counters, the foot of the page. */
const AROUND =
  /^(?:字体|字号|【?字体|打印|【?打印|分享|收藏|浏览|阅读|点击|访问量|来源[:：]|信息来源|发布(?:时间|日期|机构|单位|人)|发文|成文日期|生成日期|生效日期|公开日期|索引号|主题(?:分类|词)|体裁分类|组配分类|文号|有效性|关键词|内容概述|内容简介|信息分类|服务对象|名称[:：]|标题[:：]|责任编辑|编辑[:：]|作者[:：]|审核|当前位置|您(?:当前)?(?:现在)?(?:的)?(?:所在)?(?:的)?位置|你的位置|首页|网站首页|返回|关闭|上一篇|下一篇|扫一扫|相关(?:链接|附件|信息|文章)|相关解读|大中小|大小|繁体|无障碍|登录|注册|搜索|时间[:：]|日期[:：]|更新时间|视力保护色|保护视力色|语音播报|文件下载|附件下载)/;
const FOOT =
  /版权所有|ICP备|ICP证|公网安备|网站标识码|主办单位[:：]|主办[:：]|承办单位[:：]|承办[:：]|技术支持|网站地图|联系我们|上一篇|下一篇|扫一扫|打印本页|【打印|关闭窗口|【关闭|分享到|相关链接|友情链接|CopyRight|Copyright|建议使用.{0,12}浏览器/i;
const LONGEST = 60;

/** True for a line of the page around the report; the text is recognisable. */
export function isSiteChrome(read: string): boolean {
  return read.length <= LONGEST * 3 && (AROUND.test(read) && read.length <= LONGEST ? true : isPageFoot(read));
}

/** True for a line with which the foot of a page begins: nothing of the report follows. */
export function isPageFoot(read: string): boolean {
  return read.length <= LONGEST * 3 && FOOT.test(read);
}

const FIELD =
  /^(索引号|信息索引|文号|发文字号|发布机构|发文机关|公开机构|发布单位|信息来源|来源|生成日期|成文日期|发布日期|发布时间|公开日期|生效日期|主题分类|组配分类|体裁分类|名称|标题|信息名称|有效性|时效|主题词|关键词|内容概述|作者)[:：]?(.*)$/;

/** A field of the information block of a content system, such as 「发布日期：2024-01-30」, or null. */
export function informationField(read: string): readonly [name: string, value: string] | null {
  if (read.length > LONGEST * 2) return null;
  const match = FIELD.exec(read);
  const [, name, value] = match ?? [];
  return name !== undefined && value !== undefined && value !== "" ? [name, value] : null;
}
