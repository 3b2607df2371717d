import { z } from "zod";
import { instant, password, SIGN_IN, signInState, stage } from "./account-shapes.js";
import { defineRoute } from "./define-route.js";

const right = "signed-in";
const tag = SIGN_IN;

/** Bytes as WebAuthn writes them in JSON. */
const bytes = z
  .string()
  .regex(/^[\w-]+$/, "应为 base64url")
  .max(100_000);
const keyType = z.literal("public-key");
const named = z.object({ id: z.string(), type: keyType, transports: z.array(z.string()).optional() });

/** WebAuthn Level 3 5.4: PublicKeyCredentialCreationOptionsJSON, as far as we ask for anything. */
const creationOptions = z
  .object({
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: keyType })),
    timeout: z.int(),
    excludeCredentials: z.array(named),
    authenticatorSelection: z.object({ residentKey: z.string(), userVerification: z.string() }),
    attestation: z.string(),
  })
  .meta({ id: "SecurityKeyCreation" });

const requestOptions = z
  .object({
    challenge: z.string(),
    timeout: z.int(),
    rpId: z.string(),
    allowCredentials: z.array(named),
    userVerification: z.string(),
  })
  .meta({ id: "SecurityKeyRequest" });

const attachment = z.enum(["platform", "cross-platform"]).optional();
const answered = { id: bytes, rawId: bytes, type: keyType, authenticatorAttachment: attachment };

/** WebAuthn Level 3 5.1: RegistrationResponseJSON. */
const made = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

/** AuthenticationResponseJSON. */
const shown = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});

export const securityKeyRoutes = {
  listSecurityKeys: defineRoute({
    id: "list-security-keys",
    method: "GET",
    path: "/sign-in/security-keys",
    summary: "我的安全密钥",
    tag,
    right,
    reply: z.object({
      items: z.array(z.object({ id: z.string(), name: z.string(), addedAt: instant, usedAt: instant.nullable() })),
    }),
  }),
  beginSecurityKey: defineRoute({
    id: "begin-security-key",
    method: "POST",
    path: "/sign-in/security-keys/enrolment",
    summary: "开始登记一把安全密钥（WebAuthn）：交给浏览器的内容，三分钟内有效一次",
    tag,
    right,
    reply: creationOptions,
  }),
  confirmSecurityKey: defineRoute({
    id: "confirm-security-key",
    method: "PUT",
    path: "/sign-in/security-keys/enrolment",
    summary: "登记安全密钥；它是第一种第二步验证时得到恢复码（只显示这一次）",
    tag,
    right,
    body: z.object({ name: z.string().trim().min(1).max(50).meta({ title: "名称" }), response: made }),
    reply: z.object({ recoveryCodes: z.array(z.string()), stage }),
  }),
  beginKeySignIn: defineRoute({
    id: "begin-key-sign-in",
    method: "POST",
    path: "/sign-in/security-keys/challenge",
    summary: "登录的第二步用安全密钥：请密钥签名的内容，三分钟内有效一次",
    tag,
    right,
    reply: requestOptions,
  }),
  verifyKeySignIn: defineRoute({
    id: "verify-key-sign-in",
    method: "POST",
    path: "/sign-in/security-keys/verification",
    summary: "登录的第二步：安全密钥的签名",
    tag,
    right,
    body: z.object({ response: shown }),
    reply: signInState,
  }),
  removeSecurityKey: defineRoute({
    id: "remove-security-key",
    method: "POST",
    path: "/sign-in/security-keys/:keyId/removal",
    summary: "停用一把安全密钥，须输入密码；规则要求第二步验证时不能停用最后一种",
    tag,
    right,
    params: z.object({ keyId: z.string().min(1).max(2_000) }),
    body: z.object({ password }),
  }),
};
