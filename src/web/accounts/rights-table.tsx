import { Table, type TableColumnsType } from "antd";
import { gives, RIGHTS, type Right } from "../../api/rights.js";
import { OFFICE_ROLE_LABELS, OFFICE_ROLES } from "../../register/office-role.js";

interface RightRow {
  readonly right: Right;
  readonly label: string;
}

const ROWS: readonly RightRow[] = (Object.keys(RIGHTS) as Right[]) // the keys of a constant
  .filter((right) => RIGHTS[right].roles.length > 0)
  .map((right) => ({ right, label: RIGHTS[right].label }));

const COLUMNS: TableColumnsType<RightRow> = [
  { title: "可以做什么", fixed: "start", width: 220, render: (_, { label }) => label },
  ...OFFICE_ROLES.map((role) => ({
    title: OFFICE_ROLE_LABELS[role],
    width: role === "head" ? 150 : 104,
    align: "center" as const, // what the type of the library asks for
    render: (_: unknown, { right }: RightRow) => (gives(role, right) ? <b>可以</b> : null),
  })),
];

const LEAD = `权限只在担任角色的机关有效；主管部门还可以查看下级机关的申请、信息和报告，但不能改（条例第三条、第四十七条）。${"三个管理员互相制约：系统管理员管机器，安全管理员管账号，审计管理员看日志，都看不到申请，一个人不能兼任两个。"}服务器按这张表核对每一次操作，这里显示的就是它。`;

/** 谁可以做什么: the very table the server asks (api/rights). */
export function RightsTable() {
  return (
    <div className="stack">
      <p style={{ margin: 0, maxInlineSize: "60em" }}>{LEAD}</p>
      <Table<RightRow>
        rowKey="right"
        size="small"
        bordered
        pagination={false}
        columns={COLUMNS}
        dataSource={[...ROWS]}
        scroll={{ x: 1098 }}
      />
    </div>
  );
}
