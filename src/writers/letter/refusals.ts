import { fillMessage, type MessageData } from "../../document/message.js";
import type { LetterRefusal } from "./letter-draft.js";

/** Every reason why a letter may not be issued, in the words the office reads. Ids are never renamed. */
const REFUSALS = {
  unknownLetter: "没有编号为“{id}”的文书。",
  imported: "这是补录的历史案卷，文书当年已经发出，不再生成。",
  noAct: "台账中没有“{act}”的记录，不能出具《{letter}》。",
  noParty: "台账中没有向{party}征求意见的记录，不能出具《{letter}》。",
  otherOutcome: "台账记录的办理结果是“{recorded}”，与《{letter}》不符。",
  otherForm: "台账记录的办理结果“{recorded}”应当使用《{right}》，不能使用《{letter}》。",
  inFuture: "{act}的日期{on}晚于今天，不能提前出具文书。",
  notReceived: "收到申请的日期还没有确认（条例第三十一条），不能出具《{letter}》。",
  beforeReceipt: "{act}的日期{on}早于收到申请的日期{received}，请先更正台账。",
  noName: "{on}本机关没有在册的名称，不能署名。",
  noNumber: "《{letter}》应当有文号。",
  otherYear: "文号{number}的年份与文书日期{on}不一致。",
  otherNumber: "台账记录的文号是{recorded}，与本次文号{number}不一致。",
  contradiction: "台账记录前后矛盾：{reason}",
  untimely: "{reason}不能出具《{letter}》。",
  provisional: "答复到期日涉及节假日安排尚未公布的日期，只能暂定，不能写入文书；请待通知公布并导入后再出具。",
  noDue: "答复期限现在停止计算，没有到期日可以告知。",
  noEvidence: "案卷中还缺：{evidence}，不能出具《{letter}》。",
  noText: "还没有填写：{fields}。",
  found: "台账中有检索到相关信息的记录，不能告知信息不存在。",
  noObjection: "没有第三方不同意公开的记录，不能出具《{letter}》。",
  notGiven: "没有决定公开，不能向第三方出具《{letter}》。",
  otherFee: "台账记录的金额{recorded}元与按标准计算的{computed}元不一致。",
  noPayment: "本机关还没有登记缴费方式。",
  noEarlierNumber: "没有此前《{earlier}》的文号，不能在文书中引用。",
  notExempt: "“{part}”不能以“{recorded}”为由不予公开，部分公开的理由只能是条例第十四条至第十六条的情形。",
  nothingServed: "还没有选定要送达的文书。",
  servedBefore: "送达日期{on}早于文书日期{dated}。",
  remedyIncomplete: "救济告知不完整：本机关还没有登记{missing}。",
  wrongWords: "“{field}”中的“{found}”不对：{reason}。",
  ownRemedy: "“{field}”中的“{found}”属于救济告知，由系统按法律生成，不得另写。",
  otherDate: "“{field}”中的{found}在台账中没有记载，期限和日期由系统生成。",
  ownNumber: "“{field}”中的文号{found}不是本案发出的文书。",
  otherArticle: "“{field}”引用的{found}不是《{letter}》的依据，条款由系统按办理结果生成。",
} as const;
export type RefusalId = keyof typeof REFUSALS;

/** A refusal in words. */
export function refusal<Id extends RefusalId>(refusalId: Id, data: MessageData<(typeof REFUSALS)[Id]>): LetterRefusal {
  return { refusalId, message: fillMessage(REFUSALS[refusalId], data) };
}
