import type { Requester } from "./info-request.js";

/** What is written for the name when a letter bears none: it is received all the same (第二十九条, 第三十条). */
export const UNSIGNED = "未署名";

/** What 第二十九条第二款第一项 wants known of who asks, and the letter did not hold: 补正 asks for it (第三十条). */
export function lackingProof({ name, identity }: Pick<Requester, "name" | "identity">): string[] {
  return [
    ...(name === UNSIGNED ? ["没有写明申请人的姓名或者名称"] : []),
    ...(identity === undefined ? ["没有提供申请人的身份证明"] : []),
  ];
}
