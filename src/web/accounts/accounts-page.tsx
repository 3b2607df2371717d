import { Button, Tabs } from "antd";
import { Link, useSearchParams } from "react-router";
import { PageHead } from "../office/page-head.js";
import { AccountList } from "./account-list.js";
import { FirstDay } from "./first-day.js";
import { PolicyTab } from "./policy-tab.js";
import { RightsTable } from "./rights-table.js";
import { TokensTab } from "./tokens-tab.js";

/** Who works here and what each may do. */
export function AccountsPage() {
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHead
        title="账号和权限"
        lead="每人一个账号；角色在哪个机关担任，就只在那个机关有效。停用而不删除：历史记录里要能看到是谁办的。"
        actions={
          <Link to="/accounts/new">
            <Button type="primary">建立账号</Button>
          </Link>
        }
      />
      <FirstDay />
      <Tabs
        activeKey={search.get("tab") ?? "accounts"}
        onChange={(tab) => setSearch({ tab })}
        destroyOnHidden
        items={[
          { key: "accounts", label: "账号", children: <AccountList /> },
          { key: "rights", label: "谁可以做什么", children: <RightsTable /> },
          { key: "tokens", label: "其他系统的令牌", children: <TokensTab /> },
          { key: "policy", label: "登录规则", children: <PolicyTab /> },
        ]}
      />
    </>
  );
}
