import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedGuide } from "../../register/portal/public-guide.js";
import { type Frame, PageFrame } from "./frame.js";

interface PaperFormPageProps {
  readonly frame: Frame;
  readonly agency: PublicAgency;
  readonly guide: PublishedGuide | null;
}

const ROWS: readonly (readonly [string, string, number])[] = [
  ["申请人", "□公民　□商业企业　□科研机构　□社会公益组织　□法律服务机构　□其他组织", 1],
  ["姓名或者名称", "", 1],
  ["身份证明", "□居民身份证　□护照等　□统一社会信用代码　□其他　　号码：", 1],
  ["联系人（单位填写）", "", 1],
  ["联系方式", "电话：　　　　　　　　　电子邮箱：", 1],
  ["通信地址、邮编", "", 1],
  ["所需政府信息的名称、文号或者便于查询的其他特征", "", 8],
  ["希望的形式", "□纸质　□电子文本　□查阅、抄录　□其他", 1],
  ["希望怎样得到", "□邮寄　□电子邮件　□自行领取　□网上获取　□传真", 1],
  ["申请人签名或者盖章", "　　　　　　　　　　　　　　　年　　月　　日", 2],
];

/** The same form to be printed, for whoever does not ask through the internet. */
export function PaperFormPage({ frame, agency, guide }: PaperFormPageProps) {
  const office = guide?.office ?? agency.contact;
  return (
    <PageFrame frame={frame}>
      <p class="no-print note">按 Ctrl+P 打印这一页。填好后邮寄，或者当面提交；这两种方式行政机关不得拒收。</p>
      <div class="text">
        <h1>政府信息公开申请表</h1>
        <p style={{ textIndent: 0 }}>{agency.name}：</p>
      </div>
      <table class="paper-form">
        <tbody>
          {ROWS.map(([label, text, lines]) => (
            <tr key={label} style={{ height: `${lines * 2.6}rem` }}>
              <th scope="row" style={{ width: "11rem" }}>
                {label}
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small" style={{ marginBlockStart: "1rem" }}>
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
        依据政府信息公开条例第二十九条，除以上内容外，行政机关不得要求提供其他材料。信封请注明“政府信息公开申请”。
      </p>
    </PageFrame>
  );
}
