import { App, Button, Card, Table, Tag } from "antd";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { OFFICE_ROLE_LABELS } from "../../register/office-role.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "./answer.js";
import { call } from "./call.js";
import { ChangePasswordForm } from "./change-password-form.js";
import { PageHead } from "./page-head.js";
import { SecondFactorCard } from "./second-factor-card.js";
import { useSession } from "./session.js";
import { useCall } from "./use-call.js";

type OwnSession = ReplyOf<typeof accountRoutes.listOwnSessions>["items"][number];

/** One's own account: roles, password, second factor, where one is signed in. */
export function OwnAccountPage() {
  const { name, posts, signOut } = useSession();
  const { message } = App.useApp();
  const state = useCall(accountRoutes.readSignIn);
  const sessions = useCall(accountRoutes.listOwnSessions);
  return (
    <>
      <PageHead title="我的账号" lead={name} />
      <div className="beside">
        <div className="stack">
          <Card size="small" title="角色">
            {posts.map(({ agencyId, agencyName, role }) => (
              <div key={`${agencyId}-${role}`}>
                {agencyName}　<Tag>{OFFICE_ROLE_LABELS[role]}</Tag>
              </div>
            ))}
          </Card>
          <Card
            size="small"
            title="登录着的地方"
            extra={
              <Button
                size="small"
                onClick={async () => {
                  await call(accountRoutes.signOutEverywhere);
                  await signOut();
                }}
              >
                全部退出
              </Button>
            }
          >
            <Answer of={sessions}>
              {({ items }) => (
                <Table<OwnSession>
                  rowKey="id"
                  size="small"
                  pagination={false}
                  dataSource={[...items]}
                  columns={[
                    {
                      title: "浏览器",
                      render: (_, one) => (
                        <>
                          {one.browser} {one.isThis && <Tag color="success">这里</Tag>}
                        </>
                      ),
                    },
                    { title: "登录", render: (_, one) => minuteText(one.madeAt) },
                    { title: "最近使用", render: (_, one) => minuteText(one.seenAt) },
                  ]}
                />
              )}
            </Answer>
          </Card>
        </div>
        <div className="stack">
          <Answer of={state}>
            {(standing) => (
              <>
                <SecondFactorCard state={standing} />
                <Card size="small" title="修改密码">
                  <ChangePasswordForm
                    rules={standing.passwordRules}
                    lead="改好后，其他地方的登录随之退出。"
                    done={() => void message.success("密码已修改。")}
                  />
                </Card>
              </>
            )}
          </Answer>
        </div>
      </div>
    </>
  );
}
