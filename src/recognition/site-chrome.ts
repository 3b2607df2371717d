/** Lines a site or a content system puts around a report: buttons, breadcrumbs, counters, the head of the page. */
const AROUND =
  /^(?:【?字(?:体|号)[:：【[大]|【?打印|【?分享(?:到)?[:：】]?|加入收藏|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]|(?:信息|稿件|文章)?来源[:：]|(?:信息)?发布(?:时间|日期|机构|单位|人)[:：]?|发文(?:字号|日期|机关|机构)|(?:成文|生成|生效|公开|印发)日期|(?:信息)?索引号?[:：]|主题(?:分类|词)|体裁分类|组配分类|文号[:：]|有效性[:：]|关键词[:：]|内容(?:概述|简介)[:：]|信息分类|服务对象[:：]|(?:信息)?名称[:：]|标题[:：]|责任编辑|编辑[:：]|作者[:：]|审核人?[:：]|您?(?:当前|现在)?(?:的)?(?:所在)?的?位置[:：]|你的位置|当前位置|(?:网站)?首页(?:[>»›|/]|$)|返回(?:首页|顶部|列表|上一页)|【?关闭(?:窗口|本页|】)|上一[篇条][:：]?|下一[篇条][:：]?|扫一扫|相关(?:链接|附件|文章|解读)[:：]?$|(?:[【[(]?[大中小][】\])]?){3}$|繁体|简体版|无障碍|(?:登录|注册|搜索)$|(?:更新)?(?:时间|日期)[:：]|保护视力色|视力保护色|语音播报|文件下载|附件下载)/;
/** Words that stand only at the foot of a page. */
const FOOT = /版权所有|ICP备|ICP证|公网安备|网站标识码|Copyright/i;
/** Words of the foot that a sentence may use as well. */
const FOOT_ALONE =
  /^(?:主办单位|主办|承办单位|承办|技术支持|协办)[:：]|^(?:网站地图|联系我们|关于我们|友情链接|扫一扫|相关链接)|^【?(?:打印本页|打印|关闭窗口|关闭)】?|^(?:分享到|上一[篇条]|下一[篇条])|建议使用.{0,12}浏览器/;
const LONGEST = 60;

/** True for a line of the page around the report; the text is recognisable. */
export function isSiteChrome(read: string): boolean {
  if (read.length <= LONGEST && AROUND.test(read) && !/[。；]/.test(read)) return true;
  return isPageFoot(read);
}

/** True for a line that is the number of a page: 「3」, 「— 3 —」, 「第3页」, 「第3页共8页」. */
export function isPageNumber(read: string): boolean {
  return read.length <= LONGEST_NUMBER && PAGE_NUMBER.test(read);
}

const LONGEST_NUMBER = 16;
const PAGE_NUMBER = /^(?:[-—–―─·~_]*(?!20\d\d$)\d{1,4}[-—–―─·~_]*|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4})$/;

/** True for a line with which the foot of a page begins: nothing of the report follows. */
export function isPageFoot(read: string): boolean {
  if (read.length > LONGEST * 3) return false;
  return FOOT.test(read) || (read.length <= LONGEST && !/[。；]/.test(read) && FOOT_ALONE.test(read));
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

/** The name of a field of the information block, when a cell holds it alone. */
export function informationName(read: string): string | null {
  return FIELD.exec(`${read.replace(/[:：]$/, "")}:`)?.[2] === "" ? read.replace(/[:：]$/, "") : null;
}
