import type { Problem } from "../../api/problem.js";
import { AppError, isAppError } from "../../errors.js";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Shown for what is our fault; the number finds the line in the log. */
function unexpected(requestId: string): AppError {
  return new AppError("UNEXPECTED", { number: requestId });
}

/** What Fastify and its plugins refuse before a route is reached, in our words. */
const REFUSED = new Map<string, (limit: number) => AppError>([
  ["FST_ERR_CTP_BODY_TOO_LARGE", (limit) => new AppError("BODY_TOO_LARGE", { limit })],
  ["FST_ERR_CTP_INVALID_MEDIA_TYPE", () => new AppError("BODY_UNREADABLE", {})],
  ["FST_ERR_CTP_INVALID_JSON_BODY", () => new AppError("BODY_UNREADABLE", {})],
  ["FST_ERR_CTP_EMPTY_JSON_BODY", () => new AppError("BODY_UNREADABLE", {})],
  ["FST_ERR_CTP_INVALID_CONTENT_LENGTH", () => new AppError("BODY_UNREADABLE", {})],
]);

/** Any error as the one that is answered. */
export function answerable(error: unknown, requestId: string, limitMegabytes: number): AppError {
  if (isAppError(error)) return error;
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const refused = REFUSED.get(code);
  if (refused !== undefined) return refused(limitMegabytes);
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : 500;
  if (typeof status === "number" && status >= 400 && status < 500) return new AppError("BODY_UNREADABLE", {});
  return unexpected(requestId);
}

const TITLES: ReadonlyMap<number, string> = new Map([
  [400, "请求读不懂"],
  [401, "需要登录"],
  [403, "没有权限"],
  [404, "没有找到"],
  [409, "与现有记录不一致"],
  [413, "内容过大"],
  [415, "类型不符"],
  [422, "内容不符合要求"],
  [429, "过于频繁"],
]);

/** The body of problem+json (RFC 9457). */
export function problemOf(error: AppError): Problem {
  return {
    type: `urn:yangguang:error:${error.code}`,
    title: TITLES.get(error.status) ?? (error.status >= 500 ? "服务暂时不能完成" : "请求不能完成"),
    status: error.status,
    code: error.code,
    detail: error.message,
    details: error.details,
  };
}
