import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedGuide } from "../../register/portal/public-guide.js";
import { type Frame, PageFrame } from "./frame.js";

interface PaperFormPageProps {
  readonly frame: Frame;
  readonly agency: PublicAgency;
  readonly guide: PublishedGuide | null;
}

/** What stands in a row: words that stay together, and how many lines are left for the pen. */
const ROWS: readonly (readonly [label: string, words: readonly string[], lines: number])[] = [
  ["申请人", ["□公民", "□商业企业", "□科研机构", "□社会公益组织", "□法律服务机构", "□其他组织"], 1],
  ["姓名或者名称", [], 1],
  ["身份证明", ["□居民身份证", "□护照等", "□统一社会信用代码", "□其他", "号码："], 2],
  ["联系人（单位填写）", [], 1],
  ["电话、传真", [], 1],
  ["电子邮箱", [], 1],
  ["通信地址、邮编", [], 1],
  ["所需政府信息的名称、文号或者便于查询的其他特征", [], 7],
  ["希望的形式", ["□纸质", "□电子文本", "□查阅、抄录", "□其他"], 1],
  ["希望怎样得到", ["□邮寄", "□电子邮件", "□自行领取", "□网上获取", "□传真"], 1],
];

/** The same form to be printed, for whoever does not ask through the internet. */
export function PaperFormPage({ frame, agency, guide }: PaperFormPageProps) {
  const office = guide?.office ?? agency.contact;
  return (
    <PageFrame frame={frame}>
      <p class="no-print note">
        请用浏览器的“打印”打印这一页（电脑上可以按 Ctrl+P），正好一张 A4
        纸。填好后邮寄，或者当面提交；这两种方式行政机关不得拒收。没有打印机的，照样手写也可以。
      </p>
      <div class="paper-form">
        <h1>政府信息公开申请表</h1>
        <p>{agency.name}：</p>
        <table>
          <tbody>
            {ROWS.map(([label, words, lines]) => (
              <tr key={label} class={lines > 2 ? "tall" : lines > 1 ? "double" : undefined}>
                <th scope="row">{label}</th>
                <td>
                  {words.map((word) => (
                    <span key={word}>{word}</span>
                  ))}
                </td>
              </tr>
            ))}
            <tr class="double">
              <th scope="row">申请人签名或者盖章</th>
              <td class="date">年　　月　　日</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p class="small gap">
        {[
          office.office,
          office.address && `地址：${office.address}`,
          office.postcode && `邮编：${office.postcode}`,
          office.phone && `电话：${office.phone}`,
          office.hours && `办公时间：${office.hours}`,
        ]
          .filter(Boolean)
          .join("　")}
      </p>
      <p class="small muted">
        以上就是政府信息公开条例第二十九条规定的申请内容，不需要说明用途。委托他人申请的，请附委托书。信封请注明“政府信息公开申请”。
      </p>
    </PageFrame>
  );
}
