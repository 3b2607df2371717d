import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import type { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { securityKeyRoutes } from "../../api/security-keys.js";
import { CallFailed, call } from "./call.js";

export type Enrolled = ReplyOf<typeof securityKeyRoutes.confirmSecurityKey>;
type SignIn = ReplyOf<typeof accountRoutes.readSignIn>;

/** Asks the browser for a new key and enrols it under a name. */
export async function enrolKey(name: string): Promise<Enrolled> {
  const options = await call(securityKeyRoutes.beginSecurityKey);
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON; // its words are those of the standard
  const response = await touched(() => startRegistration({ optionsJSON }));
  return call(securityKeyRoutes.confirmSecurityKey, { body: { name, response } });
}

/** The second step of a sign-in: has a key of the account sign. */
export async function showKey(): Promise<SignIn> {
  const options = await call(securityKeyRoutes.beginKeySignIn);
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON; // as above
  const response = await touched(() => startAuthentication({ optionsJSON }));
  return call(securityKeyRoutes.verifyKeySignIn, { body: { response } });
}

/** What browsers say when no key was touched, in words that say what to do next. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ["NotAllowedError", "没有等到安全密钥：没有触碰、已经取消或者超时。请再试一次。"],
  ["InvalidStateError", "这把安全密钥已经登记过。请换一把。"],
  ["SecurityError", "浏览器不允许在这个地址使用安全密钥。请从办公室的正式地址进入。"],
  ["NotSupportedError", "这个浏览器或者这把密钥不支持。请换一个，或者使用动态口令。"],
]);

async function touched<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const detail = FAULTS.get(name) ?? "安全密钥没有答复。请再试一次，或者使用动态口令。";
    throw new CallFailed({ status: 0, code: "SECURITY_KEY_UNTOUCHED", detail, details: null });
  }
}
