/** Why a submission cannot be read: each asks for something else. */
export type UnreadableCause = "no-key" | "damaged" | "other-form";

/** A submission that is no case yet, as far as it matters for what is to be done about it. */
export interface OpenSubmission {
  readonly state: "waiting" | "held" | "unreadable" | "set-aside";
  /** Null: it can be read now, whatever was the matter before. */
  readonly cause: UnreadableCause | null;
}

/**
 * What a clerk should do about a submission that was not registered by itself, in sentences. 条例 第三十一条第三项: a request over the internet
 * counts as received on the day both sides have confirmed it, so none of these has a term yet; and 第二十九条 says what a request must hold.
 */
export function submissionAdvice({ state, cause }: OpenSubmission): readonly string[] {
  if (state === "waiting") return cause === null ? WAITING : [...UNREADABLE[cause]];
  if (state === "set-aside") return cause === null ? SET_ASIDE : [SET_ASIDE[0], ...UNREADABLE[cause]];
  if (cause !== null) return UNREADABLE[cause];
  return state === "held" ? HELD : READABLE_AGAIN;
}

const WAITING = [
  "系统会自动登记，通常几秒钟以内。几分钟后还在这里的，说明自动登记没有办成：可以在这里点“登记为申请”，并请系统管理员到“系统”页面看“接收公开平台收到的申请”最近一次的结果。",
] as const;

const HELD = [
  "这份提交没有通过核对，所以没有自动登记：可能填写有误，也可能是其他程序送来的。请看内容：",
  "是申请的（哪怕填写有缺漏），点“登记为申请”。登记以后按普通申请办理：与申请人确认收到之日为收到申请之日（条例第三十一条），内容不明确的在收到后七个工作日内一次性告知补正（条例第三十条）。",
  "不是申请的（广告、测试、乱码、同一份反复提交），点“不予登记”并写明理由；理由会显示给凭回执查询的人。以后发现弄错了，随时可以改为登记。",
] as const;

const READABLE_AGAIN = ["收到时内容打不开，现在可以打开了。请点“登记为申请”。"] as const;

const SET_ASIDE = ["已经决定不予登记，理由显示给凭回执查询的人。内容仍然保留；弄错了的，点“登记为申请”改为登记。"] as const;

const TOLD_TO_SENDER =
  "确实打不开的，点“不予登记”，写明“内容无法读取，请重新提交或者改用当面、邮寄方式提出”：提交人凭回执查询时看到这句话，除此以外没有办法联系到他。";

const UNREADABLE: Readonly<Record<UnreadableCause, readonly string[]>> = {
  "no-key": [
    "内容是加密送来的，本系统的密钥文件里没有能打开它的密钥，通常是恢复备份或者搬迁服务器时没有把密钥文件一起带来。请系统管理员找回原来的密钥文件放好并重新启动，再点“登记为申请”，系统会重新打开一次。",
    TOLD_TO_SENDER,
  ],
  damaged: ["内容在传送或者保存中损坏，或者被改动过，不能解密。请系统管理员核对是否恢复过备份。", TOLD_TO_SENDER],
  "other-form": [
    "内容能解密，但不是本系统公开平台的申请表，可能由其他程序送来，或者公开平台与内部系统的版本不一致。请系统管理员核对两边的版本；升级以后可以再点“登记为申请”。",
    TOLD_TO_SENDER,
  ],
};
