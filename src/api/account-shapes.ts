import { z } from "zod";
import { OFFICE_ROLES } from "../register/office-role.js";
import { RIGHTS, type Right } from "./rights.js";

export const SIGN_IN = "登录";
export const ACCOUNTS = "账号";

export const role = z.enum(OFFICE_ROLES);
export const roles = z
  .array(z.object({ agencyId: z.string().min(1).max(128), role }))
  .max(200)
  .meta({ title: "角色", description: "角色及其机关；机关填 register 表示全部机关" });
export const loginName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{Nd}._@-]{2,64}$/u, "应为 2 至 64 个字母、汉字、数字或“. _ @ -”")
  .meta({ title: "用户名" });
export const personName = z.string().trim().min(1).max(50).meta({ title: "姓名" });
export const email = z.email().max(200).nullable().meta({ title: "电子邮箱" });
export const password = z.string().min(1).max(500).meta({ title: "密码" });
export const code = z.string().trim().min(6).max(20).meta({ title: "动态口令" });
export const instant = z.string();
export const stage = z.enum(["second-factor", "change-password", "enrol-second-factor", "full"]);

/** Where somebody stands: who they are, what they may do where, and what is still to be done to be signed in. */
export const signInState = z
  .object({
    person: z
      .object({
        id: z.string(),
        name: z.string(),
        loginName: z.string(),
        posts: z.array(z.object({ agencyId: z.string(), agencyName: z.string(), role })),
        hasSecondFactor: z.boolean().describe("启用了动态口令或者安全密钥"),
        hasCodes: z.boolean().describe("启用了动态口令"),
        securityKeys: z.int().describe("安全密钥的把数"),
        recoveryCodesLeft: z.int(),
      })
      .nullable(),
    stage: stage.nullable().describe("full 表示登录完成；其余为下一步；没有登录时为 null"),
    externalSignIn: z.object({ label: z.string() }).nullable().describe("统一身份认证按钮上的文字"),
    passwordRules: z.object({ minLength: z.int(), minKinds: z.int() }),
    offersSecurityKeys: z.boolean().describe("从这个地址可以使用安全密钥"),
    idleMinutes: z.int(),
    isSample: z.literal(true).optional().describe("示例城市：申请、信息和账号均为虚构"),
  })
  .meta({ id: "SignIn" });

export const session = z.object({
  id: z.string(),
  browser: z.string(),
  madeAt: instant,
  seenAt: instant,
  endsAt: instant,
  isThis: z.boolean(),
});

export const account = z
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

export const accountState = z.object({
  account,
  credential: z.object({
    hasPassword: z.boolean(),
    mustChange: z.boolean(),
    passwordSetAt: instant.nullable(),
    lockedUntil: instant.nullable(),
    hasCodes: z.boolean().describe("启用了动态口令"),
    securityKeys: z.array(z.object({ name: z.string(), addedAt: instant, usedAt: instant.nullable() })),
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

export const token = z
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

export const policy = z
  .object({
    minLength: z.int().min(8).max(64).meta({ title: "密码最短位数" }),
    minKinds: z.int().min(2).max(4).meta({ title: "字符种类数" }),
    passwordDays: z.int().min(0).max(730).meta({ title: "密码有效天数", description: "0 表示不定期更换" }),
    oneTimeHours: z.int().min(1).max(720).meta({ title: "一次性密码有效小时数" }),
    failures: z.int().min(3).max(20).meta({ title: "锁定前允许输错次数" }),
    lockMinutes: z.int().min(1).max(1_440).meta({ title: "首次锁定分钟数", description: "逐次加倍，至多一天" }),
    idleMinutes: z.int().min(5).max(480).meta({ title: "无操作退出分钟数" }),
    sessionHours: z.int().min(1).max(24).meta({ title: "登录有效小时数" }),
    secondFactor: z
      .enum(["optional", "administrators", "everybody"])
      .meta({ title: "第二步验证", description: "动态口令或者安全密钥" }),
  })
  .meta({ id: "SignInPolicy" });

export const accountId = z.object({ accountId: z.string().min(1).max(128) });
