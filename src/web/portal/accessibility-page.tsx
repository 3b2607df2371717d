import { type Frame, PageFrame } from "./frame.js";

/** How the site serves whoever reads, hears or writes with difficulty, and whom to tell when it does not. */
export function AccessibilityPage({ frame }: { readonly frame: Frame }) {
  const contact = (frame.agency ?? frame.site.owner)?.contact;
  const ways: readonly (readonly [string, string])[] = [
    ...(contact?.phone ? [["电话", contact.phone] as const] : []),
    ...(contact?.email ? [["电子邮箱", contact.email] as const] : []),
    ...(contact?.address ? [["地址", contact.address] as const] : []),
  ];
  return (
    <PageFrame frame={frame}>
      <h1>无障碍与适老化</h1>
      <div class="sheet">
        <section>
          <h2>大字版</h2>
          <p>每页右上角有“大字版”，字号放大近四成，版面随之调整；选择会记住一年，随时可以换回“标准字号”。</p>
          <form method="post" action="/large-text" class="gap">
            <input type="hidden" name="back" value="/accessibility" />
            <button class="button quiet" name="large" value={frame.isLarge ? "0" : "1"} type="submit">
              {frame.isLarge ? "换回标准字号" : "现在换成大字版"}
            </button>
          </form>
        </section>
        <section>
          <h2>只用键盘</h2>
          <p>
            按 Tab 键依次到达每个链接、按钮和输入框，Shift+Tab 返回，Enter
            打开。每页的第一个链接是“跳到正文”。检索框出现提示时，用上下键选择，Esc 关闭。表格较宽时，选中表格后用左右键移动。
          </p>
        </section>
        <section>
          <h2>读屏软件</h2>
          <p>各页按标题分级，表格有行列标题，输入框有名称和说明，填错的地方在表单开头逐条列出。图旁都有同一数字的表格。</p>
        </section>
        <section>
          <h2>深色、打印、旧设备</h2>
          <p>版面随系统的深浅色设置。各页可以直接打印。不运行脚本也能使用全部功能。</p>
        </section>
        <section>
          <h2>阅读、书写有困难</h2>
          <p>
            可以到各机关的政府信息公开工作机构当面提出申请，由工作人员提供帮助（政府信息公开条例第二十九条、第四十三条）。地址和时间见各机关的
            <a href="/guide">政府信息公开指南</a>。
          </p>
          {ways.length > 0 && (
            <dl class="facts gap">
              {ways.flatMap(([label, text]) => [<dt key={label}>{label}</dt>, <dd key={`${label}-text`}>{text}</dd>])}
            </dl>
          )}
        </section>
      </div>
    </PageFrame>
  );
}
