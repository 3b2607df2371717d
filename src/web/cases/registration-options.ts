/** The six kinds of requesters, as table three names them. */
export const KIND_OPTIONS = [
  { value: "natural", label: "自然人" },
  { value: "business", label: "商业企业" },
  { value: "research", label: "科研机构" },
  { value: "welfare", label: "社会公益组织" },
  { value: "legal_service", label: "法律服务机构" },
  { value: "other_org", label: "其他组织" },
];

export const DOCUMENT_OPTIONS = [
  { value: "id-card" as const, label: "身份证" },
  { value: "passport" as const, label: "护照、通行证" },
  { value: "credit-code" as const, label: "统一社会信用代码" },
  { value: "other" as const, label: "其他证件" },
];

export const MEDIUM_OPTIONS = [
  { value: "paper", label: "纸质" },
  { value: "electronic", label: "电子文本" },
  { value: "inspection", label: "查阅、抄录" },
  { value: "other", label: "其他" },
];

export const DELIVERY_OPTIONS = [
  { value: "post", label: "邮寄" },
  { value: "email", label: "电子邮件" },
  { value: "collect", label: "自行领取" },
  { value: "online", label: "网上获取" },
  { value: "fax", label: "传真" },
];
