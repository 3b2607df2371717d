import { App, Button, Card, Table, Tag } from "antd";
import { useState } from "react";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { OFFICE_ROLE_LABELS } from "../../register/office-role.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "./answer.js";
import { call } from "./call.js";
import { ChangePasswordForm } from "./change-password-form.js";
import { PageHead } from "./page-head.js";
import { SecondFactorEnrolment } from "./second-factor-enrolment.js";
import { useSession } from "./session.js";
import { forget, useCall } from "./use-call.js";

type OwnSession = ReplyOf<typeof accountRoutes.listOwnSessions>["items"][number];

/** One's own account: roles, password, second factor, where one is signed in. */
export function OwnAccountPage() {
  const { name, posts, signOut } = useSession();
  const { message } = App.useApp();
  const state = useCall(accountRoutes.readSignIn);
  const sessions = useCall(accountRoutes.listOwnSessions);
  const [isEnrolling, setEnrolling] = useState(false);
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
          <Card size="small">
            <Answer of={state}>
              {({ passwordRules }) => (
                <ChangePasswordForm
                  rules={passwordRules}
                  lead="改好后，其他地方的登录随之退出。"
                  done={() => void message.success("密码已修改。")}
                />
              )}
            </Answer>
          </Card>
          <Card size="small">
            {isEnrolling ? (
              <SecondFactorEnrolment
                done={() => {
                  setEnrolling(false);
                  void forget(accountRoutes.readSignIn);
                }}
              />
            ) : (
              <>
                <b>动态口令</b>　{state.data?.person?.hasSecondFactor ? <Tag color="success">已启用</Tag> : <Tag>未启用</Tag>}
                {!state.data?.person?.hasSecondFactor && (
                  <Button size="small" onClick={() => setEnrolling(true)}>
                    启用
                  </Button>
                )}
              </>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}
