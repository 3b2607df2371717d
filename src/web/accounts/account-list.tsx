import { Button, Empty, Input, Select, Space, Table, type TableColumnsType, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { OFFICE_ROLE_LABELS, OFFICE_ROLES, type OfficeRole } from "../../register/office-role.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { useCall } from "../office/use-call.js";
import { useAgencyNames } from "./agency-names.js";

type Account = ReplyOf<typeof accountRoutes.listAccounts>["items"][number];

/** Every account one may manage, found by a word of the name or by role. */
export function AccountList() {
  const [search, setSearch] = useState("");
  const [role, setRole] = useState<OfficeRole | null>(null);
  const list = useCall(accountRoutes.listAccounts, { query: search === "" ? {} : { search } });
  const nameOf = useAgencyNames();
  return (
    <div className="stack">
      <Space wrap>
        <Input.Search
          allowClear
          aria-label="查找账号"
          placeholder="姓名或用户名"
          onSearch={(text) => setSearch(text.trim())}
          style={{ inlineSize: 240 }}
        />
        <Select<OfficeRole>
          allowClear
          aria-label="角色"
          placeholder="全部角色"
          style={{ inlineSize: 240 }}
          onChange={(chosen) => setRole(chosen ?? null)}
          options={OFFICE_ROLES.map((value) => ({ value, label: OFFICE_ROLE_LABELS[value] }))}
        />
        <Button
          href={addressOf(listExportRoutes.exportAccounts, {
            query: { ...(search !== "" && { search }), ...(role !== null && { role }) },
          })}
        >
          导出
        </Button>
      </Space>
      <Answer of={list}>
        {({ items }) => (
          <Table<Account>
            rowKey="id"
            size="middle"
            columns={columnsOf(nameOf)}
            dataSource={items.filter((one) => role === null || one.roles.some((post) => post.role === role))}
            pagination={{ pageSize: 50, hideOnSinglePage: true }}
            scroll={{ x: 860 }}
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的账号。" /> }}
          />
        )}
      </Answer>
    </div>
  );
}

function columnsOf(nameOf: (agencyId: string) => string): TableColumnsType<Account> {
  return [
    {
      title: "姓名",
      width: 150,
      sorter: (one, other) => one.name.localeCompare(other.name, "zh-CN"),
      render: (_, { id, name }) => <Link to={`/accounts/${encodeURIComponent(id)}`}>{name}</Link>,
    },
    { title: "用户名", width: 150, render: (_, { loginName }) => loginName },
    { title: "角色", render: (_, { roles }) => <Roles roles={roles} nameOf={nameOf} /> },
    { title: "电子邮箱", width: 210, render: (_, { email }) => email ?? <span className="quiet">未填，不发邮件</span> },
    {
      title: "状态",
      width: 90,
      render: (_, { isDisabled }) => (isDisabled ? <Tag>已停用</Tag> : <Tag color="success">可用</Tag>),
    },
  ];
}

function Roles({ roles, nameOf }: { readonly roles: Account["roles"]; readonly nameOf: (agencyId: string) => string }) {
  if (roles.length === 0) return <span className="quiet">没有角色，登录后什么也看不到</span>;
  return (
    <Space wrap size={[4, 4]}>
      {roles.map(({ agencyId, role }) => (
        <Tag key={`${agencyId} ${role}`}>
          {OFFICE_ROLE_LABELS[role]} · {nameOf(agencyId)}
        </Tag>
      ))}
    </Space>
  );
}
