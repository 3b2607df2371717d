import { z } from "zod";
import { OFFICE_ROLES } from "../register/office-role.js";
import { defineRoute } from "./define-route.js";
import { RIGHTS, type Right } from "./rights.js";

const SIGN_IN = "登录";
const ACCOUNTS = "账号";

const role = z.enum(OFFICE_ROLES);
const roles = z
  .array(z.object({ agencyId: z.string().min(1).max(128), role }))
  .max(200)
  .meta({ title: "角色", description: "角色及其机关；机关填 register 表示全部机关" });
const loginName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{Nd}._@-]{2,64}$/u, "应为 2 至 64 个字母、汉字、数字或“. _ @ -”")
  .meta({ title: "用户名" });
const personName = z.string().trim().min(1).max(50).meta({ title: "姓名" });
const email = z.email().max(200).nullable().meta({ title: "电子邮箱" });
const password = z.string().min(1).max(500).meta({ title: "密码" });
const code = z.string().trim().min(6).max(20).meta({ title: "动态口令" });
const instant = z.string();
const stage = z.enum(["second-factor", "change-password", "enrol-second-factor", "full"]);

/** Where somebody stands: who they are, what they may do where, and what is still to be done to be signed in. */
export const signInState = z
  .object({
    person: z
      .object({
        id: z.string(),
        name: z.string(),
        loginName: z.string(),
        posts: z.array(z.object({ agencyId: z.string(), agencyName: z.string(), role })),
        hasSecondFactor: z.boolean(),
      })
      .nullable(),
    stage: stage.nullable().describe("full 表示登录完成；其余为下一步；没有登录时为 null"),
    externalSignIn: z.object({ label: z.string() }).nullable().describe("统一身份认证按钮上的文字"),
    passwordRules: z.object({ minLength: z.int(), minKinds: z.int() }),
    idleMinutes: z.int(),
    isSample: z.literal(true).optional().describe("示例城市：申请、信息和账号均为虚构"),
  })
  .meta({ id: "SignIn" });

const session = z.object({
  id: z.string(),
  browser: z.string(),
  madeAt: instant,
  seenAt: instant,
  endsAt: instant,
  isThis: z.boolean(),
});

const account = z
  .object({
    id: z.string(),
    loginName: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(z.object({ agencyId: z.string(), role })),
    isDisabled: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "Account" });

const accountState = z.object({
  account,
  credential: z.object({
    hasPassword: z.boolean(),
    mustChange: z.boolean(),
    passwordSetAt: instant.nullable(),
    lockedUntil: instant.nullable(),
    hasSecondFactor: z.boolean(),
    recoveryCodesLeft: z.int(),
  }),
  links: z.array(z.object({ issuer: z.string(), subject: z.string(), linkedAt: instant })),
  sessions: z.int(),
});

/** What another system may be given: nothing that makes accounts or opens the machine. */
export const TOKEN_RIGHTS = (Object.keys(RIGHTS) as Right[]).filter(
  // the keys of a constant
  (right) => !["public", "signed-in", "accounts:manage", "system:manage"].includes(right),
);

const token = z
  .object({
    id: z.string(),
    agencyId: z.string(),
    name: z.string(),
    rights: z.array(z.string()),
    madeAt: instant,
    madeBy: z.string(),
    endsAt: instant,
    revokedAt: instant.nullable(),
    usedAt: instant.nullable(),
  })
  .meta({ id: "AccessToken" });

const policy = z
  .object({
    minLength: z.int().min(8).max(64).meta({ title: "密码最短位数" }),
    minKinds: z.int().min(2).max(4).meta({ title: "字符种类数" }),
    passwordDays: z.int().min(0).max(730).meta({ title: "密码有效天数", description: "0 表示不定期更换" }),
    oneTimeHours: z.int().min(1).max(720).meta({ title: "一次性密码有效小时数" }),
    failures: z.int().min(3).max(20).meta({ title: "锁定前允许输错次数" }),
    lockMinutes: z.int().min(1).max(1_440).meta({ title: "首次锁定分钟数", description: "逐次加倍，至多一天" }),
    idleMinutes: z.int().min(5).max(480).meta({ title: "无操作退出分钟数" }),
    sessionHours: z.int().min(1).max(24).meta({ title: "登录有效小时数" }),
    secondFactor: z.enum(["optional", "administrators", "everybody"]).meta({ title: "动态口令" }),
  })
  .meta({ id: "SignInPolicy" });

const accountId = z.object({ accountId: z.string().min(1).max(128) });

export const accountRoutes = {
  readSignIn: defineRoute({
    id: "read-sign-in",
    method: "GET",
    path: "/sign-in",
    summary: "我是谁：登录到了哪一步，在哪些机关担任什么角色",
    tag: SIGN_IN,
    right: "public",
    reply: signInState,
  }),
  signIn: defineRoute({
    id: "sign-in",
    method: "POST",
    path: "/sign-in",
    summary: "用用户名和密码登录；stage 不是 full 时按它继续下一步",
    tag: SIGN_IN,
    right: "public",
    body: z.object({ loginName: z.string().min(1).max(100).meta({ title: "用户名" }), password }),
    reply: signInState,
  }),
  signOut: defineRoute({
    id: "sign-out",
    method: "DELETE",
    path: "/sign-in",
    summary: "退出登录",
    tag: SIGN_IN,
    right: "signed-in",
  }),
  verifySecondFactor: defineRoute({
    id: "verify-second-factor",
    method: "POST",
    path: "/sign-in/second-factor",
    summary: "登录的第二步：动态口令或者恢复码",
    tag: SIGN_IN,
    right: "signed-in",
    body: z.object({ code }),
    reply: signInState,
  }),
  changePassword: defineRoute({
    id: "change-password",
    method: "PUT",
    path: "/sign-in/password",
    summary: "修改自己的密码；其他地方的登录随之退出",
    tag: SIGN_IN,
    right: "signed-in",
    body: z.object({ old: password.meta({ title: "现在的密码" }), fresh: password.meta({ title: "新密码" }) }),
    reply: signInState,
  }),
  beginSecondFactor: defineRoute({
    id: "begin-second-factor",
    method: "POST",
    path: "/sign-in/second-factor/enrolment",
    summary: "开始启用动态口令：给出二维码的内容",
    tag: SIGN_IN,
    right: "signed-in",
    reply: z.object({
      uri: z.string().describe("otpauth:// 地址，画成二维码"),
      secret: z.string().describe("不能扫码时手工输入"),
    }),
  }),
  confirmSecondFactor: defineRoute({
    id: "confirm-second-factor",
    method: "PUT",
    path: "/sign-in/second-factor/enrolment",
    summary: "输入一个动态口令完成启用，得到恢复码（只显示这一次）",
    tag: SIGN_IN,
    right: "signed-in",
    body: z.object({ code }),
    reply: z.object({ recoveryCodes: z.array(z.string()), stage }),
  }),
  removeSecondFactor: defineRoute({
    id: "remove-second-factor",
    method: "POST",
    path: "/sign-in/second-factor/removal",
    summary: "停用自己的动态口令，须输入密码",
    tag: SIGN_IN,
    right: "signed-in",
    body: z.object({ password }),
  }),
  listOwnSessions: defineRoute({
    id: "list-own-sessions",
    method: "GET",
    path: "/sign-in/sessions",
    summary: "我在哪些地方登录着",
    tag: SIGN_IN,
    right: "signed-in",
    reply: z.object({ items: z.array(session) }),
  }),
  signOutEverywhere: defineRoute({
    id: "sign-out-everywhere",
    method: "DELETE",
    path: "/sign-in/sessions",
    summary: "退出我的全部登录",
    tag: SIGN_IN,
    right: "signed-in",
  }),
  listOwnAgencies: defineRoute({
    id: "list-own-agencies",
    method: "GET",
    path: "/own-agencies",
    summary: "与我有关的机关：我任职的，以及我主管的下级机关",
    tag: SIGN_IN,
    right: "signed-in",
    reply: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          kind: z.string(),
          level: z.string(),
          parentId: z.string().nullable(),
          isBelow: z.boolean().describe("下级机关，只读"),
        }),
      ),
    }),
  }),
  beginExternalSignIn: defineRoute({
    id: "begin-external-sign-in",
    method: "GET",
    path: "/sign-in/external",
    summary: "转到统一身份认证（OpenID Connect）登录",
    tag: SIGN_IN,
    right: "public",
    query: z.object({ to: z.string().max(500).optional().describe("登录后去的页面，本站路径") }),
  }),
  finishExternalSignIn: defineRoute({
    id: "finish-external-sign-in",
    method: "GET",
    path: "/sign-in/external/return",
    summary: "从统一身份认证回来",
    tag: SIGN_IN,
    right: "public",
    query: z.object({
      code: z.string().max(4_000).optional(),
      state: z.string().max(500).optional(),
      error: z.string().max(200).optional(),
    }),
  }),

  listAccounts: defineRoute({
    id: "list-accounts",
    method: "GET",
    path: "/accounts",
    summary: "账号",
    tag: ACCOUNTS,
    right: "accounts:manage",
    query: z.object({ search: z.string().max(100).optional().describe("用户名或姓名中的文字") }),
    reply: z.object({ items: z.array(account) }),
  }),
  addAccount: defineRoute({
    id: "add-account",
    method: "POST",
    path: "/accounts",
    summary: "建立账号，得到一次性密码（只显示这一次）",
    tag: ACCOUNTS,
    right: "accounts:manage",
    body: z.object({
      loginName,
      name: personName,
      email: email.default(null),
      roles,
      withPassword: z.boolean().default(true).meta({ title: "设密码", description: "只用统一身份认证登录的人不设密码" }),
    }),
    reply: z.object({ account, oneTimePassword: z.string().nullable() }),
  }),
  readAccount: defineRoute({
    id: "read-account",
    method: "GET",
    path: "/accounts/:accountId",
    summary: "一个账号",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: accountId,
    reply: accountState,
  }),
  changeAccount: defineRoute({
    id: "change-account",
    method: "PUT",
    path: "/accounts/:accountId",
    summary: "修改账号、角色，停用或者恢复",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: accountId,
    body: z.object({
      version: z.int().min(1),
      loginName,
      name: personName,
      email,
      roles,
      isDisabled: z.boolean(),
      reason: z.string().trim().max(500).nullable().default(null).meta({ title: "原因" }),
    }),
    reply: z.object({ account }),
  }),
  resetPassword: defineRoute({
    id: "reset-password",
    method: "POST",
    path: "/accounts/:accountId/password",
    summary: "重置密码：得到一次性密码（只显示这一次），解除锁定，退出全部登录",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: accountId,
    body: z.object({ withSecondFactor: z.boolean().default(false).meta({ title: "同时停用动态口令" }) }),
    reply: z.object({ oneTimePassword: z.string() }),
  }),
  signOutAccount: defineRoute({
    id: "sign-out-account",
    method: "DELETE",
    path: "/accounts/:accountId/sessions",
    summary: "让一个账号退出全部登录",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: accountId,
  }),
  linkIdentity: defineRoute({
    id: "link-identity",
    method: "POST",
    path: "/accounts/:accountId/links",
    summary: "关联统一身份认证中的身份（sub）",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: accountId,
    body: z.object({ subject: z.string().trim().min(1).max(255).meta({ title: "身份标识" }) }),
  }),
  unlinkIdentity: defineRoute({
    id: "unlink-identity",
    method: "POST",
    path: "/accounts/:accountId/links/removal",
    summary: "取消关联",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: accountId,
    body: z.object({ issuer: z.string().min(1).max(500), subject: z.string().min(1).max(255) }),
  }),
  listTokens: defineRoute({
    id: "list-tokens",
    method: "GET",
    path: "/agencies/:agencyId/tokens",
    summary: "其他系统的访问令牌",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: z.object({ agencyId: z.string() }),
    reply: z.object({ items: z.array(token) }),
  }),
  makeToken: defineRoute({
    id: "make-token",
    method: "POST",
    path: "/agencies/:agencyId/tokens",
    summary: "为其他系统签发访问令牌（只显示这一次）",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: z.object({ agencyId: z.string() }),
    body: z.object({
      name: z.string().trim().min(1).max(100).meta({ title: "名称", description: "哪个系统、作何用" }),
      rights: z.array(z.enum(TOKEN_RIGHTS)).min(1).meta({ title: "权限" }),
      days: z.int().min(1).max(730).default(365).meta({ title: "有效天数" }),
    }),
    reply: z.object({ token, secret: z.string() }),
  }),
  revokeToken: defineRoute({
    id: "revoke-token",
    method: "DELETE",
    path: "/agencies/:agencyId/tokens/:tokenId",
    summary: "撤销访问令牌，立即生效",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: z.object({ agencyId: z.string(), tokenId: z.string() }),
  }),
  readSignInPolicy: defineRoute({
    id: "read-sign-in-policy",
    method: "GET",
    path: "/sign-in-policy",
    summary: "登录与密码的规则",
    tag: ACCOUNTS,
    right: "accounts:manage",
    reply: policy,
  }),
  changeSignInPolicy: defineRoute({
    id: "change-sign-in-policy",
    method: "PUT",
    path: "/sign-in-policy",
    summary: "修改登录与密码的规则",
    tag: ACCOUNTS,
    right: "accounts:manage",
    body: policy,
    reply: policy,
  }),
};
