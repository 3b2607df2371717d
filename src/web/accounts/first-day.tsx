import { Alert } from "antd";
import { useSession } from "../office/session.js";

/** The first day: who does what before anybody can register a request. It goes when the first agency is there. */
export function FirstDay() {
  const { agencies } = useSession();
  if (agencies.length > 0) return null;
  return (
    <Alert
      type="info"
      title="还没有机关。第一天依次办这几件事："
      description={
        <ol style={{ margin: 0, paddingInlineStart: 20 }}>
          <li>在这里给系统管理员、审计管理员各建立一个账号：机关选“全部机关”，由不同的人担任。</li>
          <li>系统管理员登录，在“机关”里建立本级政府和各部门。</li>
          <li>您刷新这一页，给各机关的经办人、审核人、保密审查员、负责人建立账号。</li>
          <li>各机关的负责人登录，填写“机关设置”和“指南和制度”，在“年度报告”的“开账”里读入上年的报告。</li>
        </ol>
      }
    />
  );
}
