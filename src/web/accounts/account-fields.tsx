import { Alert, Button, Form, Input, Select, Space } from "antd";
import type { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { ADMINISTRATORS, everywhereFault, rolesFault } from "../../register/account.js";
import { OFFICE_ROLE_LABELS, OFFICE_ROLES, type OfficeRole } from "../../register/office-role.js";
import { EVERY_AGENCY, useSession } from "../office/session.js";

type Account = ReplyOf<typeof accountRoutes.addAccount>["account"];
type Roles = Account["roles"];

export interface AccountValues {
  readonly loginName: string;
  readonly name: string;
  readonly email: string;
  readonly roles: Roles;
}

/** What an account is: name, where mail goes, and its roles with their agencies. */
export function AccountFields({ mayChangeRoles = true }: { readonly mayChangeRoles?: boolean }) {
  const { agencies } = useSession();
  return (
    <>
      <Form.Item
        label="姓名"
        name="name"
        rules={[{ required: true, message: "请填写姓名" }]}
        extra="文书、台账和日志上显示的名字。"
      >
        <Input maxLength={50} autoComplete="off" style={{ maxInlineSize: 320 }} />
      </Form.Item>
      <Form.Item
        label="用户名"
        name="loginName"
        rules={[
          { required: true, message: "请填写用户名" },
          { pattern: /^[\p{L}\p{Nd}._@-]{2,64}$/u, message: "2 至 64 个字母、汉字、数字或“. _ @ -”" },
        ]}
        extra="登录时填写，大小写不分。"
      >
        <Input maxLength={64} autoComplete="off" style={{ maxInlineSize: 320 }} />
      </Form.Item>
      <Form.Item
        label="电子邮箱"
        name="email"
        rules={[{ type: "email", message: "应为电子邮箱地址" }]}
        extra="到期、退回等提醒发到这里；邮件里只有编号和链接。不填则只在系统内提醒。"
      >
        <Input maxLength={200} autoComplete="off" style={{ maxInlineSize: 320 }} />
      </Form.Item>
      <Form.Item label="角色" required={false}>
        <Form.List name="roles" rules={[{ validator: async (_, roles: Roles | undefined) => demandSeparate(roles ?? []) }]}>
          {(fields, { add, remove }, { errors }) => (
            <div className="stack" style={{ gap: 8 }}>
              {agencies.length === 0 && (
                <Alert
                  type="info"
                  title="还没有机关。请先建立系统管理员的账号，由他在“机关”里建立机关，再给各机关的人建立账号。"
                />
              )}
              {fields.map(({ key, name }) => (
                <RoleRow key={key} at={name} isFixed={!mayChangeRoles} remove={() => remove(name)} />
              ))}
              {errors.length > 0 && <Alert type="error" showIcon title={errors} />}
              {mayChangeRoles ? (
                <Button type="dashed" onClick={() => add({})} style={{ alignSelf: "start" }}>
                  加一个角色
                </Button>
              ) : (
                <span className="quiet">自己的角色由别的安全管理员修改。</span>
              )}
            </div>
          )}
        </Form.List>
      </Form.Item>
    </>
  );
}

interface RoleRowProps {
  readonly at: number;
  readonly isFixed: boolean;
  readonly remove: () => void;
}

function RoleRow({ at, isFixed, remove }: RoleRowProps) {
  const { agencies, posts } = useSession();
  const agencyId = Form.useWatch<string | undefined>(["roles", at, "agencyId"]);
  const roles = agencyId === EVERY_AGENCY ? OFFICE_ROLES.filter((role) => ADMINISTRATORS.has(role)) : OFFICE_ROLES;
  const isOfAll = posts.some(({ agencyId }) => agencyId === EVERY_AGENCY);
  const options = [
    ...(isOfAll ? [{ value: EVERY_AGENCY, label: "全部机关" }] : []),
    ...agencies.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Space wrap>
      <Form.Item noStyle name={[at, "agencyId"]} rules={[{ required: true, message: "请选机关" }]}>
        <Select
          aria-label="机关"
          placeholder="机关"
          disabled={isFixed}
          showSearch={{ optionFilterProp: "label" }}
          options={options}
          style={{ inlineSize: 260 }}
        />
      </Form.Item>
      <Form.Item noStyle name={[at, "role"]} rules={[{ required: true, message: "请选角色" }]}>
        <Select<OfficeRole>
          aria-label="角色"
          placeholder="角色"
          disabled={isFixed}
          options={roles.map((value) => ({ value, label: OFFICE_ROLE_LABELS[value] }))}
          style={{ inlineSize: 240 }}
        />
      </Form.Item>
      {!isFixed && <Button onClick={remove}>删除</Button>}
    </Space>
  );
}

async function demandSeparate(roles: readonly Partial<Roles[number]>[]): Promise<void> {
  const whole = roles.flatMap(({ agencyId, role }) => (agencyId && role ? [{ agencyId, role }] : []));
  const everywhere = everywhereFault(whole);
  const fault = rolesFault(whole) ?? (everywhere && `${everywhere}。`);
  if (fault !== null) throw new Error(fault);
}
