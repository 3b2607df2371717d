import { readIdCard } from "../../law/identifiers/id-card.js";
import type { PlainDate } from "../../law/plain-date.js";
import { attachmentKind } from "../attachment-kind.js";
import { REQUESTER_KINDS } from "../info-request.js";
import {
  MOST_ATTACHMENT_MEGABYTES,
  MOST_ATTACHMENTS,
  MOST_DESCRIPTION,
  MOST_SUBMISSION_MEGABYTES,
  type RequestSubmission,
} from "./public-request.js";

/** What is wrong with one field of the form. */
export interface SubmissionFault {
  /** As in the submission: "requester.name", "attachments.0". */
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

const DOCUMENTS = ["id-card", "passport", "credit-code", "other"];
const MEDIA = ["paper", "electronic", "inspection", "other"];
const DELIVERIES = ["post", "email", "collect", "online", "fax"];
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}]/u;
const MEGABYTE = 2 ** 20;

/** What is missing or cannot be in a form, in the order of the form. Asked on the portal, and again by the office. */
export function submissionFaults(submission: Omit<RequestSubmission, "formToken">, today: PlainDate): SubmissionFault[] {
  return [...requesterFaults(submission, today), ...matterFaults(submission), ...fileFaults(submission)];
}

function* requesterFaults({ requester }: Pick<RequestSubmission, "requester">, today: PlainDate): Generator<SubmissionFault> {
  const { kind, name, identity, representative } = requester;
  if (!REQUESTER_KINDS.includes(kind)) yield fault("requester.kind", "申请人类型", "请选择一种");
  yield* textFaults("requester.name", kind === "natural" ? "姓名" : "名称", name, { least: 1, most: 100 });
  if (!DOCUMENTS.includes(identity.document)) yield fault("requester.identity.document", "证件类型", "请选择一种");
  yield* textFaults("requester.identity.number", "证件号码", identity.number, { least: 4, most: 40 });
  if (identity.document === "id-card" && identity.number.trim() !== "") {
    const wrong = readIdCard(identity.number, today).faults.find(({ severity }) => severity === "error");
    // The digit that would pass is told to the office, which has the paper before it, and to nobody who types.
    if (wrong !== undefined) {
      const message = wrong.faultId === "check-digit" ? "校验码不符，请对照证件核对" : wrong.message;
      yield fault("requester.identity.number", "证件号码", message);
    }
  }
  if (kind !== "natural") yield* textFaults("requester.representative", "联系人", representative ?? "", { least: 1, most: 100 });
  yield* contactFaults(requester.contact);
}

function* contactFaults({
  phone,
  email,
  fax,
  address,
  postcode,
}: RequestSubmission["requester"]["contact"]): Generator<SubmissionFault> {
  const given = [phone, email, fax, address].filter((one) => one !== undefined && one.trim() !== "");
  if (given.length === 0) yield fault("requester.contact", "联系方式", "至少填写一种");
  if (phone && !/^[\d+\-()（）\s转,，]{5,40}$/.test(phone)) yield fault("requester.contact.phone", "电话", "应为电话号码");
  if (fax && !/^[\d+\-()（）\s转,，]{5,40}$/.test(fax)) yield fault("requester.contact.fax", "传真", "应为传真号码");
  if (email && !/^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/.test(email))
    yield fault("requester.contact.email", "电子邮箱", "应为电子邮箱地址");
  if (postcode && !/^\d{6}$/.test(postcode.normalize("NFKC").trim()))
    yield fault("requester.contact.postcode", "邮政编码", "应为6位数字");
  if (address) yield* textFaults("requester.contact.address", "通信地址", address, { least: 0, most: 300 });
}

function* matterFaults({
  description,
  wantedForm,
  requester,
}: Pick<RequestSubmission, "description" | "wantedForm" | "requester">): Generator<SubmissionFault> {
  yield* textFaults("description", "所需政府信息", description, { least: 4, most: MOST_DESCRIPTION });
  if (!MEDIA.includes(wantedForm.medium)) yield fault("wantedForm.medium", "提供载体", "请选择一种");
  if (!DELIVERIES.includes(wantedForm.delivery)) yield fault("wantedForm.delivery", "获取方式", "请选择一种");
  const { contact } = requester;
  if (wantedForm.delivery === "post" && !contact.address)
    yield fault("requester.contact.address", "通信地址", "选择邮寄的，请填写");
  if (wantedForm.delivery === "email" && !contact.email)
    yield fault("requester.contact.email", "电子邮箱", "选择电子邮件的，请填写");
  if (wantedForm.delivery === "fax" && !contact.fax) yield fault("requester.contact.fax", "传真", "选择传真的，请填写");
}

function* fileFaults({ attachments }: Pick<RequestSubmission, "attachments">): Generator<SubmissionFault> {
  if (attachments.length > MOST_ATTACHMENTS) yield fault("attachments", "附件", `最多${MOST_ATTACHMENTS}个`);
  for (const [index, { name, bytes }] of attachments.entries()) {
    if (name.trim() === "" || name.length > 200 || /[\\/]/.test(name) || CONTROL.test(name)) {
      yield fault(`attachments.${index}`, "附件", "文件名不能使用");
    }
    const kind = attachmentKind(name, bytes);
    if (bytes.length === 0) yield fault(`attachments.${index}`, "附件", `“${name}”是空的`);
    else if (bytes.length > MOST_ATTACHMENT_MEGABYTES * MEGABYTE) {
      yield fault(`attachments.${index}`, "附件", `“${name}”超过${MOST_ATTACHMENT_MEGABYTES} MB`);
    } else if ("fault" in kind) yield fault(`attachments.${index}`, "附件", `“${name}”${kind.fault}，请换成 pdf、图片或者文档`);
  }
  const total = attachments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > MOST_SUBMISSION_MEGABYTES * MEGABYTE) yield fault("attachments", "附件", `合计超过${MOST_SUBMISSION_MEGABYTES} MB`);
}

function* textFaults(
  field: string,
  label: string,
  text: string,
  { least, most }: { least: number; most: number },
): Generator<SubmissionFault> {
  const length = [...text.trim()].length;
  if (length === 0 && least > 0) yield fault(field, label, "请填写");
  else if (length < least) yield fault(field, label, "太短，请写得具体一些");
  if (length > most) yield fault(field, label, `不能超过${most}字`);
  if (CONTROL.test(text.replaceAll(/[\r\n\t]/g, ""))) yield fault(field, label, "含有不能使用的字符");
}

function fault(field: string, label: string, message: string): SubmissionFault {
  return { field, label, message };
}
