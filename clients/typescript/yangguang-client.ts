// Made by scripts/make-api-client.mjs from the description of the API. Do not edit: change src/api and make it again.

/** What could not be done: a code that never changes (docs/errors.md) and a sentence in Chinese. */
export class YangguangProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(problem: { readonly status: number; readonly code: string; readonly detail: string; readonly details: unknown }) {
    super(problem.detail);
    this.name = "YangguangProblem";
    this.status = problem.status;
    this.code = problem.code;
    this.details = problem.details;
  }
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReceivedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface CallOptions {
  /** The same key sends the same write once, within 24 hours. Left out: a new one for each call. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export type AccessToken = {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly madeAt: string;
  readonly madeBy: string;
  readonly endsAt: string;
  readonly revokedAt: string | null;
  readonly usedAt: string | null;
};

export type Account = {
  readonly id: string;
  readonly loginName: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly ({
    readonly agencyId: string;
    readonly role: "handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
  })[];
  readonly isDisabled: boolean;
  readonly version: number;
};

export type Added = {
  readonly kind: "rules" | "normative_docs";
  readonly title: string;
  readonly number: string;
  readonly madeOn: string;
  readonly publishedOn: string | null;
  readonly repealedOn: string | null;
};

export type Agency = {
  readonly id: string;
  readonly name: string;
  readonly kind: {
    readonly code: string;
    readonly label: string;
  };
  readonly level: {
    readonly code: string;
    readonly label: string;
  };
  readonly parentId: string | null;
  readonly creditCode: string | null;
  /** 现有、将来成立、已经撤并 */
  readonly standing: "living" | "later" | "ended";
  readonly successor: {
    readonly id: string;
    readonly name: string;
    readonly from: string;
  } | null;
  /** 没有办完的申请 */
  readonly openCases: number;
  readonly version: number;
  readonly names: readonly ({
    readonly value: string;
    readonly from: string;
    readonly until: string | null;
  })[];
  readonly creditCodes: readonly ({
    readonly value: string;
    readonly from: string;
    readonly until: string | null;
  })[];
  readonly parents: readonly ({
    readonly value: string;
    readonly from: string;
    readonly until: string | null;
  })[];
  readonly predecessors: readonly ({
    readonly id: string;
    readonly name: string;
    readonly from: string;
  })[];
  readonly below: readonly ({
    readonly id: string;
    readonly name: string;
  })[];
  /** 在这个机关有角色的账号 */
  readonly people: number;
  readonly changes: readonly ({
    readonly version: number;
    readonly recordedAt: string;
    readonly recordedBy: string;
    readonly reason: string | null;
  })[];
};

export type At = {
  readonly kind: "cell";
  readonly table: "proactive" | "requests" | "review_litigation";
  readonly row: string;
  readonly column: string;
};

export type Attachments = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
};

export type AuditLine = {
  readonly chain: string;
  readonly position: number;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly kind: string;
  /** 做了什么 */
  readonly what: string;
  readonly subject: string;
  readonly subjectName: string | null;
  readonly reason: string | null;
  readonly changes: readonly ({
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  })[];
};

export type Blocks = {
  readonly kind: "table";
  readonly caption?: string;
  readonly rows: readonly (readonly ({
    readonly text: string;
    readonly isHead?: boolean;
    readonly rowSpan?: number;
    readonly columnSpan?: number;
  })[])[];
};

export type Blocks2 = {
  readonly kind: "table";
  readonly caption?: string;
  readonly rows: readonly (readonly ({
    readonly text: string;
    readonly isHead?: boolean;
    readonly rowSpan?: number;
    readonly columnSpan?: number;
  })[])[];
};

export type Bodies = {
  readonly role: "own-organ" | "same-level-government" | "next-higher-government" | "governing-dispatched-authority" | "founding-government" | "founding-department" | "departments-government" | "government-of-the-seat" | "managing-government" | "managing-organ" | "managing-department" | "higher-authority" | "higher-judicial-department";
  readonly name: string;
};

export type Cells = {
  readonly table: "proactive" | "requests" | "review_litigation";
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  readonly unit: "万元" | "元" | null;
  readonly blank: string | null;
  readonly records: number | null;
};

export type Contact = {
  /** 电话 */
  readonly phone?: string;
  /** 电子邮箱 */
  readonly email?: string;
  /** 传真 */
  readonly fax?: string;
  /** 通信地址 */
  readonly address?: string;
  /** 邮政编码 */
  readonly postcode?: string;
};

export type Differences = {
  readonly table: "proactive" | "requests" | "review_litigation";
  readonly row: string;
  readonly column: string;
  readonly agencyId: string;
  readonly reported: number;
  readonly ledger: number;
  readonly printed: "reported" | "ledger";
  readonly records: readonly string[];
  readonly explanation: string | null;
};

export type Differences2 = {
  readonly table: "proactive" | "requests" | "review_litigation";
  readonly row: string;
  readonly column: string;
  readonly before: {
    readonly kind: "number";
    readonly value: number;
    readonly unit?: "万元" | "元";
    readonly note?: string;
  } | {
    readonly kind: "blank";
  } | {
    readonly kind: "text";
    readonly text: string;
  } | null;
  readonly after: {
    readonly kind: "number";
    readonly value: number;
    readonly unit?: "万元" | "元";
    readonly note?: string;
  } | {
    readonly kind: "blank";
  } | {
    readonly kind: "text";
    readonly text: string;
  } | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

export type Documents = {
  readonly documentId: string;
  readonly kind: "rules" | "normative_docs";
  readonly title: string;
  readonly number: string;
  readonly madeOn: string;
  readonly publishedOn: string | null;
  readonly repealedOn: string | null;
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string | null;
};

export type DraftItem = {
  readonly title: string;
  readonly summary?: string | null;
  readonly documentNumber?: string | null;
  readonly madeOn?: string | null;
  readonly changedOn?: string | null;
  readonly theme?: string | null;
  readonly genre?: string | null;
  readonly disclosureItem?: "art20-01" | "art20-02" | "art20-03" | "art20-04" | "art20-05" | "art20-06" | "art20-07" | "art20-08" | "art20-09" | "art20-10" | "art20-11" | "art20-12" | "art20-13" | "art20-14" | "art20-15" | "art21-municipal-works" | "art21-public-services" | "art21-public-welfare" | "art21-land-taking" | "art21-house-taking" | "art21-public-security" | "art21-social-relief" | "art21-rural-policies" | "art21-irrigation-works" | "art21-rural-land-transfer" | "art21-homestead-review" | "art21-levies-and-labour" | null;
  readonly documentKind?: "rules" | "normative_docs" | null;
  readonly validity?: string | null;
  readonly attribute?: {
    readonly value: "active";
  } | {
    readonly value: "on-request";
  } | {
    readonly value: "withheld";
    readonly ground: "state_secret" | "other_law" | "three_safety" | "third_party" | "internal" | "process" | "enforcement_file";
    readonly reason: string;
  } | null;
  readonly otherTerm?: {
    readonly workingDays: number;
    readonly basis: string;
  } | null;
  readonly keywords?: readonly string[];
  readonly blocks?: readonly ({
    readonly kind: "heading";
    readonly level: number;
    readonly text: string;
  } | {
    readonly kind: "paragraph";
    readonly text: string;
    readonly align?: "center" | "right";
  } | {
    readonly kind: "list";
    readonly isNumbered: boolean;
    readonly entries: readonly string[];
  } | Blocks | {
    readonly kind: "picture";
    readonly attachmentId: string;
    readonly alt: string;
  })[];
  readonly attachments?: readonly ({
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly sha256: string;
    readonly size: number;
  })[];
};

export type DraftItem2 = {
  readonly id: string;
  readonly agencyId: string;
  readonly version: number;
  readonly state: "none" | "drafting" | "in-review" | "on-hold" | "returned" | "refused" | "approved" | "scheduled" | "published" | "kept" | "withdrawn";
  readonly stateLabel: string;
  readonly isSample: boolean;
  readonly content: DraftItem22;
  readonly revision: number;
  readonly publication: {
    readonly indexNumber: string;
    /** UTC 时刻，ISO 8601 */
    readonly publishedAt: string;
    /** UTC 时刻，ISO 8601 */
    readonly revisedAt: string;
    readonly path: string;
    readonly revision: number;
    readonly content: DraftItem22;
    readonly tombstone: {
      /** UTC 时刻，ISO 8601 */
      readonly withdrawnAt: string;
      readonly authority: string;
      readonly reason: string;
    } | null;
  } | null;
  readonly scheduledFor: string | null;
  /** 送审前还缺的内容 */
  readonly missing: readonly string[];
  readonly dues: {
    readonly publish: Publish | null;
    readonly interpret: Publish | null;
    readonly reassess: Publish | null;
  };
  readonly steps: readonly ({
    readonly id: string;
    readonly label: string;
    readonly basis: string;
    readonly why: string | null;
  })[];
  readonly review: {
    readonly chain: readonly ({
      readonly id: string;
      readonly name: string;
      readonly kind: "opinion" | "secrecy";
      readonly roles: readonly ("handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator")[];
      readonly people: readonly string[];
      readonly checklist: readonly ({
        readonly id: string;
        readonly text: string;
      })[];
      readonly signed: readonly ({
        readonly stepId: string;
        readonly on: string;
        readonly by: {
          readonly id: string;
          readonly name: string;
        };
        readonly verdict: "approve" | "return" | "refuse" | "hold" | "refer";
        readonly opinion: string | null;
        readonly checked: readonly string[];
        readonly referredTo: string | null;
        readonly form: {
          readonly carrier: "official-document" | "other";
          readonly ways: readonly ("website" | "wechat" | "weibo" | "video" | "gazette" | "press-conference" | "newspaper" | "broadcast" | "notice-board" | "screen" | "reading-place" | "service-hall" | "village-board" | "other")[];
          readonly intendedOn: string | null;
          readonly answers: {
            readonly isMarkedSecret: boolean;
            readonly drawsOnSecrets: boolean;
            readonly isWorkSecret: boolean;
            readonly revealsWhenCombined: boolean;
          };
          readonly conclusion: "may-publish" | "may-not" | "refer";
          readonly basis: string;
          readonly referredTo: string | null;
        } | null;
      })[];
      readonly isTurn: boolean;
      /** 现在能签署这一环节的人；为空：没有人能签署。审核结束后为空 */
      readonly waitsFor: readonly ({
        readonly id: string;
        readonly name: string;
      })[];
    })[];
    readonly outcome: "open" | "approved" | "returned" | "refused" | "recalled";
    readonly isOnePersonOneStep: boolean;
    readonly submittedOn: string;
    readonly submittedBy: {
      readonly id: string;
      readonly name: string;
    };
    readonly round: number;
    readonly whyNotYou: string | null;
  } | null;
  readonly screening: {
    readonly isCurrent: boolean;
    readonly open: number;
    readonly hits: readonly ({
      readonly id: string;
      readonly kind: "id-card" | "mobile" | "landline" | "bank-card" | "email" | "address" | "passport" | "credit-code" | "plate" | "office-contact" | "tracked-change" | "comment" | "hidden-content" | "embedded-file" | "file-property" | "unreadable";
      readonly label: string;
      readonly sureness: "sure" | "likely";
      readonly place: {
        readonly in: "text";
        readonly part: string;
        readonly offset: number;
        readonly length: number;
      } | {
        readonly in: "attachment";
        readonly attachmentId: string;
        readonly part: string;
        readonly page: number | null;
        readonly offset: number;
        readonly length: number;
      };
      /** 位置，如“正文第3段”“附件‘名单.xlsx’工作表…” */
      readonly placeText: string;
      readonly excerpt: string | null;
      readonly suggestion: string | null;
      readonly cleared: {
        readonly by: {
          readonly id: string;
          readonly name: string;
        };
        readonly on: string;
        readonly why: string;
      } | null;
    })[];
  };
  readonly links: readonly ({
    readonly relation: "interprets" | "interpreted-by" | "repeals" | "repealed-by" | "amends" | "amended-by" | "related";
    readonly label: string;
    readonly itemId: string;
    readonly title: string;
    readonly isPublic: boolean;
  })[];
  readonly channels: readonly ({
    readonly channel: "website" | "wechat" | "weibo" | "video" | "gazette" | "press-conference" | "newspaper" | "broadcast" | "notice-board" | "screen" | "reading-place" | "service-hall" | "village-board" | "other";
    readonly label: string;
    readonly publishedOn: string;
    readonly where: string | null;
  })[];
  readonly validity: {
    readonly mark: string;
    readonly label: string;
    readonly from: string;
    readonly authority: string;
  } | null;
  readonly history: readonly ({
    readonly id: string;
    /** UTC 时刻，ISO 8601 */
    readonly at: string;
    readonly by: {
      readonly id: string;
      readonly name: string;
    };
    readonly type: string;
    readonly label: string;
    readonly text: string;
  })[];
};

export type DraftItem22 = {
  readonly title: string;
  readonly summary: string | null;
  readonly documentNumber: string | null;
  readonly madeOn: string | null;
  readonly changedOn: string | null;
  readonly theme: string | null;
  readonly genre: string | null;
  readonly disclosureItem: "art20-01" | "art20-02" | "art20-03" | "art20-04" | "art20-05" | "art20-06" | "art20-07" | "art20-08" | "art20-09" | "art20-10" | "art20-11" | "art20-12" | "art20-13" | "art20-14" | "art20-15" | "art21-municipal-works" | "art21-public-services" | "art21-public-welfare" | "art21-land-taking" | "art21-house-taking" | "art21-public-security" | "art21-social-relief" | "art21-rural-policies" | "art21-irrigation-works" | "art21-rural-land-transfer" | "art21-homestead-review" | "art21-levies-and-labour" | null;
  readonly documentKind: "rules" | "normative_docs" | null;
  readonly validity: string | null;
  readonly attribute: {
    readonly value: "active";
  } | {
    readonly value: "on-request";
  } | {
    readonly value: "withheld";
    readonly ground: "state_secret" | "other_law" | "three_safety" | "third_party" | "internal" | "process" | "enforcement_file";
    readonly reason: string;
  } | null;
  readonly otherTerm: {
    readonly workingDays: number;
    readonly basis: string;
  } | null;
  readonly keywords: readonly string[];
  readonly blocks: readonly ({
    readonly kind: "heading";
    readonly level: number;
    readonly text: string;
  } | {
    readonly kind: "paragraph";
    readonly text: string;
    readonly align?: "center" | "right";
  } | {
    readonly kind: "list";
    readonly isNumbered: boolean;
    readonly entries: readonly string[];
  } | Blocks2 | {
    readonly kind: "picture";
    readonly attachmentId: string;
    readonly alt: string;
  })[];
  readonly attachments: readonly ({
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly sha256: string;
    readonly size: number;
  })[];
};

export type Editions = {
  readonly year: number;
  readonly edition: number;
  readonly asOf: string;
  readonly contentHash: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly reason: string | null;
  readonly release: Release | null;
};

export type Figures = {
  readonly row: string;
  readonly column: string;
  readonly month: string;
  readonly value: number;
  readonly source: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string | null;
};

export type Frame = {
  readonly version: number;
  readonly editedAt: string | null;
  readonly editedBy: string | null;
  readonly title: string;
  readonly countedPreface: readonly string[];
  readonly preface: readonly string[] | null;
  readonly signedOn: string | null;
  readonly remarks: readonly string[];
};

export type IssueLetter = {
  readonly letter: Letter;
  readonly version: number;
  readonly flags: readonly string[];
  readonly change: readonly string[];
};

export type Last = {
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly isDone: boolean;
  /** 做了什么，或者没有做成的原因 */
  readonly detail: unknown;
};

export type Letter = {
  readonly id: string;
  readonly letterId: string;
  readonly title: string;
  readonly number: string | null;
  readonly addressee: string;
  readonly datedOn: string;
  readonly servedBy: string;
  readonly serviceMethod: "hand" | "registered-mail" | "ordinary-mail" | "email" | "online" | "fax" | "notice";
  readonly servedOn: string | null;
  readonly delivers: string | null;
  readonly cautions: readonly string[];
  readonly files: readonly ({
    readonly format: "docx" | "pdf";
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  })[];
  readonly issuedAt: string;
  readonly issuedBy: string;
};

export type ListCases = {
  readonly id: string;
  readonly number: string;
  readonly letterId: string;
  readonly channel: {
    readonly code: string;
    readonly label: string;
  };
  readonly requesterKind: {
    readonly code: string;
    readonly label: string;
  };
  readonly requesterName: string;
  readonly description: string;
  readonly arrivedOn: string;
  readonly receivedOn: string | null;
  readonly state: {
    readonly code: string;
    readonly label: string;
  };
  readonly isOpen: boolean;
  readonly handler: string | null;
  readonly unit: string | null;
  readonly due: string | null;
  readonly isDueProvisional: boolean;
  readonly urgency: "late" | "soon" | "running" | "stopped" | "none";
  readonly workingDaysLeft: number | null;
  readonly waitingFor: {
    readonly code: "us" | "confirmation" | "clarification" | "reasons" | "third-party" | "joint-maker" | "payment";
    readonly label: string;
  } | null;
  readonly waitingUntil: string | null;
  readonly outcome: {
    readonly code: string;
    readonly label: string;
  } | null;
  readonly closedOn: string | null;
  readonly version: number;
  readonly updatedAt: string;
};

export type ListDeliveries = {
  readonly id: string;
  readonly recordedAt: string;
  readonly event: string;
  readonly title: string;
  readonly standing: "delivered" | "waiting" | "retrying" | "given-up";
  readonly attempts: readonly ({
    readonly attempt: number;
    readonly at: string;
    readonly isDone: boolean;
    readonly detail: string;
  })[];
  /** 下一次自动重试的时间 */
  readonly nextAt: string | null;
};

export type ListHandovers = {
  readonly id: string;
  readonly receiver: {
    readonly id: string;
    readonly name: string;
  };
  readonly from: string;
  readonly to: string;
  readonly isNil: boolean;
  readonly items: number;
  /** 其中已经撤回、只移送撤回记录的件数 */
  readonly withdrawn: number;
  readonly files: number;
  /** 移送包的各卷，依次编号 */
  readonly parts: readonly ({
    readonly size: number | null;
    readonly sha256: string | null;
  })[];
  readonly manifestSha256: string;
  /** UTC 时刻，ISO 8601 */
  readonly preparedAt: string;
  readonly preparedBy: string;
  readonly receipt: {
    readonly on: string;
    readonly by: string;
    readonly note: string | null;
  } | null;
};

export type ListWaitingLetterDrafts = {
  readonly caseId: string;
  readonly number: string;
  readonly due: string | null;
  readonly letterId: string;
  readonly name: string;
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly state: "writing" | "submitted" | "returned";
  readonly by: string;
  readonly since: string;
  readonly to: string | null;
  readonly needs: "head" | null;
  readonly reason: string | null;
  readonly isForMe: boolean;
  readonly maySign: boolean;
  readonly mayTakeBack: boolean;
};

export type Notice = {
  readonly id: number;
  readonly kind: "due-soon" | "overdue" | "due-soon-unassigned" | "overdue-unassigned" | "from-portal" | "submission-left" | "assigned" | "item-returned" | "review-waiting" | "backup-failed";
  readonly label: string;
  readonly agencyId: string;
  /** 案件编号或者信息索引号 */
  readonly number: string;
  readonly dueOn: string | null;
  /** 办公室里的页面 */
  readonly path: string;
  readonly madeAt: string;
  readonly isRead: boolean;
};

export type OpenProceeding = {
  readonly view: View;
  readonly flags: readonly string[];
};

export type Outcome = {
  readonly outcome: "granted" | "partial" | "denied.state_secret" | "denied.other_law" | "denied.three_safety" | "denied.third_party" | "denied.internal" | "denied.process" | "denied.enforcement_file" | "denied.admin_query" | "unable.not_held" | "unable.need_create" | "unable.unclear" | "rejected.petition" | "rejected.repeat" | "rejected.publication" | "rejected.massive" | "rejected.reissue" | "other.no_correction" | "other.no_payment" | "other.misc";
  readonly grounds: Readonly<Record<string, string>>;
};

export type PreviewLetter = {
  readonly letterId: string;
  readonly edits?: {
    readonly texts?: Readonly<Record<string, string>>;
    readonly withheld?: readonly ({
      readonly part: string;
      readonly outcome: "granted" | "partial" | "denied.state_secret" | "denied.other_law" | "denied.three_safety" | "denied.third_party" | "denied.internal" | "denied.process" | "denied.enforcement_file" | "denied.admin_query" | "unable.not_held" | "unable.need_create" | "unable.unclear" | "rejected.petition" | "rejected.repeat" | "rejected.publication" | "rejected.massive" | "rejected.reissue" | "other.no_correction" | "other.no_payment" | "other.misc";
      readonly reasons: string;
    })[];
    readonly attachments?: readonly string[];
  };
  readonly servedBy?: "hand" | "registered-mail" | "ordinary-mail" | "email" | "online" | "fax" | "notice";
  readonly step?: {
    readonly transition: string;
    readonly input: Readonly<Record<string, unknown>>;
  };
  readonly party?: string;
  readonly delivers?: string;
  readonly earlierCase?: string;
};

export type Problem = {
  /** 错误说明的地址 */
  readonly type: string;
  /** 错误编号的名称 */
  readonly title: string;
  readonly status: number;
  /** 错误编号，见 docs/errors.md，不会改名 */
  readonly code: string;
  /** 可以直接显示的一句话，说明怎么办 */
  readonly detail: string;
  /** 更多内容：哪些字段不对、期间有何变化；没有时为 null */
  readonly details: unknown;
};

export type Proceedings = {
  readonly id: string;
  readonly kind: {
    readonly code: string;
    readonly label: string;
  };
  readonly route: {
    readonly code: string;
    readonly label: string;
  } | null;
  readonly number: string;
  readonly forum: string;
  readonly isCoDefendant: boolean;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly reconsiderationId: string | null;
  readonly state: {
    readonly code: string;
    readonly label: string;
  };
  readonly filedOn: string | null;
  readonly answerDue: string | null;
  readonly isAnswerLate: boolean;
  readonly decisionDue: string | null;
  readonly result: {
    readonly code: string;
    readonly label: string;
  } | null;
  readonly concludedOn: string | null;
  readonly version: number;
};

export type Proposals = {
  readonly congress: {
    readonly handled: number;
    readonly satisfied: number;
  };
  readonly conference: {
    readonly handled: number;
    readonly satisfied: number;
  };
};

export type Publish = {
  readonly due: string;
  readonly from: string;
  readonly workingDays: number | null;
  readonly left: number;
  readonly isSettled: boolean;
  readonly basis: string;
  readonly certainty: "A" | "B" | "C" | "M";
  readonly derivation: readonly ({
    readonly from: string;
    readonly to: string;
    readonly workingDays: number;
    readonly why: string;
    readonly basis: string;
    readonly counts: boolean;
  })[];
};

export type PublishedAnswer = {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly answeredOn: string;
  /** 公开的是哪一件申请的答复；不对外 */
  readonly caseId: string | null;
  readonly publishedAt: string;
  readonly publishedBy: string;
};

export type ReadDisclosureRules = {
  readonly version: number;
  readonly rules: {
    readonly entries: readonly ({
      readonly id: string;
      readonly kind: "law" | "national" | "local" | "own";
      readonly title: string;
      readonly documentNumber: string | null;
      readonly itemId: string | null;
      readonly address: string | null;
      readonly blocks: readonly ({
        readonly kind: "heading";
        readonly level: number;
        readonly text: string;
      } | {
        readonly kind: "paragraph";
        readonly text: string;
        readonly align?: "center" | "right";
      } | {
        readonly kind: "list";
        readonly isNumbered: boolean;
        readonly entries: readonly string[];
      } | Blocks2 | {
        readonly kind: "picture";
        readonly attachmentId: string;
        readonly alt: string;
      })[];
    })[];
  } | null;
};

export type ReadGuide = {
  readonly version: number;
  readonly guide: {
    readonly classification: string;
    readonly arrangement: string;
    readonly obtaining: string;
    readonly office: {
      readonly name: string;
      readonly address: string;
      readonly hours: string;
      readonly phone: string;
      readonly fax: string;
      readonly online: string;
      readonly postcode: string;
    };
    readonly channels: readonly ({
      readonly channel: "in_person" | "registered_mail" | "ordinary_mail" | "online" | "email" | "fax" | "oral";
      readonly where: string;
      readonly how: string;
      readonly isOpen: boolean;
    })[];
    readonly procedure: string;
    readonly fees: string;
    readonly supervision: string;
    readonly readingPlaces: readonly ({
      readonly name: string;
      readonly address: string;
      readonly hours: string;
    })[];
  };
  readonly gaps: readonly ({
    readonly field: string;
    readonly label: string;
    readonly basis: string;
  })[];
  readonly announced: readonly ("in_person" | "registered_mail" | "ordinary_mail" | "online" | "email" | "fax" | "oral")[];
  readonly updatedAt: string | null;
};

export type ReadLetterSettings = {
  readonly settings: {
    readonly code?: string;
    readonly series: readonly ({
      readonly letterId: string;
      readonly code: string;
    })[];
    readonly office?: string;
    readonly contact?: string;
    readonly inquiry?: string;
    readonly payment?: string;
    readonly onlineChannel?: string;
    readonly court?: string;
    readonly reconsideration: {
      readonly bodies: readonly Bodies[];
      readonly isUnderCentralDepartment: boolean;
      readonly isSetUpByDivision: boolean;
      readonly isUnderDispatchedAuthority: boolean;
    };
    readonly remedy: {
      readonly statutoryOrNone: "optional" | "none";
      readonly otherMisc: "optional" | "none";
      readonly emailIsInternetChannel: boolean;
    };
    readonly clock: {
      readonly consultationBegins: "sent" | "received";
      readonly countsFirstDayOfConsultation: boolean;
      readonly countsDayOfOpinion: boolean;
      readonly excludesAskingForReasons: boolean;
      readonly afterPayment: "anew" | "resume";
      readonly extension: "once-per-request" | "once-per-term";
      readonly untimelyClarification: "no-effect" | "restarts";
      readonly repliedWhen: "served" | "decided";
    };
    readonly isSealed: boolean;
  };
  readonly version: number;
  readonly missing: readonly string[];
};

export type ReadOpening = {
  readonly kind: "edition" | "paper" | null;
  readonly year: number;
  readonly title: string | null;
  readonly fileName: string | null;
  readonly openedAt: string | null;
  readonly openedBy: string | null;
  readonly figures: readonly ({
    readonly table: "proactive" | "requests" | "review_litigation";
    readonly row: string;
    readonly column: string;
    readonly value: number | null;
  })[];
  readonly differences: readonly Differences[];
  readonly warnings: readonly string[];
};

export type ReadPromises = {
  readonly previous: {
    readonly kind: "edition" | "paper";
    readonly year: number;
    readonly title: string;
  } | null;
  readonly version: number;
  readonly promises: readonly ({
    readonly number: number;
    readonly promise: string;
    readonly state: "done" | "partly" | "not-yet" | null;
    readonly answer: readonly string[];
  })[];
  readonly answered: number;
};

export type ReadPublishingSettings = {
  readonly version: number;
  readonly settings: {
    readonly chain: {
      readonly steps: readonly ({
        readonly id: string;
        readonly name: string;
        readonly kind: "opinion" | "secrecy";
        readonly roles: readonly ("handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator")[];
        readonly people: readonly string[];
        readonly checklist: readonly ({
          readonly id: string;
          readonly text: string;
        })[];
      })[];
      readonly isOnePersonOneStep: boolean;
    };
    readonly indexScheme: {
      readonly pattern: string;
      readonly holder: string;
    } | null;
    readonly validityMarks: readonly ({
      readonly id: string;
      readonly name: string;
      readonly meaning: string;
      readonly aliases: readonly string[];
      readonly isInForce: boolean;
    })[];
    readonly staleAfterDays: number;
    readonly nearWorkingDays: number;
    readonly reassessMonths: number;
    readonly notArising: readonly ({
      readonly disclosureItem: string;
      readonly why: string;
    })[];
    readonly handover: {
      readonly everyMonths: number;
      readonly dueDay: number;
      readonly receivers: readonly ({
        readonly id: string;
        readonly name: string;
      })[];
      readonly contact: string;
    };
    readonly webhooks: readonly ({
      readonly id: string;
      readonly url: string;
      readonly isActive: boolean;
    })[];
  };
};

export type ReadWebhookHosts = {
  readonly version: number;
  readonly hosts: readonly ({
    readonly host: string;
    /** 在本单位内部网络里；不写明的，指向内部地址就不推送 */
    readonly mayBePrivate: boolean;
  })[];
};

export type Records = {
  readonly id: string;
  readonly kind: "request" | "proceeding" | "document" | "figure";
  readonly agencyId: string;
  readonly number: string;
  readonly title: string;
  readonly on: string | null;
};

export type Related = {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly state: {
    readonly code: string;
    readonly label: string;
  };
  readonly outcome: {
    readonly code: string;
    readonly label: string;
  } | null;
  readonly arrivedOn: string;
  readonly relation: {
    readonly code: "repeat" | "same-information" | "related" | "same-letter" | "similar";
    readonly label: string;
  };
  readonly likeness: number | null;
  readonly isSameRequester: boolean;
};

export type Release = {
  readonly releasedAt: string;
  readonly releasedBy: string;
  readonly files: readonly ({
    readonly format: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  })[];
  readonly missing: string | null;
};

export type Requester = {
  readonly kind: {
    readonly code: string;
    readonly label: string;
  };
  readonly name: string;
  readonly identity: {
    readonly document: {
      readonly code: string;
      readonly label: string;
    };
    readonly number: string;
  } | null;
  readonly contact: readonly ({
    readonly code: string;
    readonly label: string;
    readonly text: string;
  })[];
  readonly representative: string | null;
  readonly isMasked: boolean;
};

export type SaveLetterDraft = {
  readonly draft: ListWaitingLetterDrafts;
};

export type ScreenAttachment = {
  readonly hits: readonly ({
    readonly id: string;
    readonly kind: "id-card" | "mobile" | "landline" | "bank-card" | "email" | "address" | "passport" | "credit-code" | "plate" | "office-contact" | "tracked-change" | "comment" | "hidden-content" | "embedded-file" | "file-property" | "unreadable";
    readonly sureness: "sure" | "likely";
    readonly place: {
      readonly in: "text";
      readonly part: string;
      readonly offset: number;
      readonly length: number;
    } | {
      readonly in: "attachment";
      readonly attachmentId: string;
      readonly part: string;
      readonly page: number | null;
      readonly offset: number;
      readonly length: number;
    };
    readonly excerpt: string;
    readonly suggestion: string | null;
    readonly boxes: readonly ({
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    })[];
  })[];
  readonly notes: readonly string[];
  readonly maskable: boolean;
};

export type Sections = {
  readonly section: "overview" | "proactive" | "requests" | "review_litigation" | "problems" | "other";
  readonly heading: string;
  readonly version: number;
  readonly editedAt: string | null;
  readonly editedBy: string | null;
  readonly places: readonly ({
    readonly id: string;
    readonly kind: "counted" | "to-write" | "heading" | "added";
    readonly counted: string | null;
    readonly hint: string | null;
    readonly about: string | null;
    readonly isRequired: boolean;
    readonly written: readonly string[] | null;
    readonly countedThen: string | null;
  })[];
  readonly countedNotes: readonly string[];
  readonly notes: readonly string[];
  readonly left: readonly ({
    readonly id: string;
    readonly about: string | null;
    readonly written: readonly string[];
  })[];
};

export type SecurityKeyCreation = {
  readonly rp: {
    readonly id: string;
    readonly name: string;
  };
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly displayName: string;
  };
  readonly challenge: string;
  readonly pubKeyCredParams: readonly ({
    readonly alg: number;
    readonly type: "public-key";
  })[];
  readonly timeout: number;
  readonly excludeCredentials: readonly ({
    readonly id: string;
    readonly type: "public-key";
    readonly transports?: readonly string[];
  })[];
  readonly authenticatorSelection: {
    readonly residentKey: string;
    readonly userVerification: string;
  };
  readonly attestation: string;
};

export type SecurityKeyRequest = {
  readonly challenge: string;
  readonly timeout: number;
  readonly rpId: string;
  readonly allowCredentials: readonly ({
    readonly id: string;
    readonly type: "public-key";
    readonly transports?: readonly string[];
  })[];
  readonly userVerification: string;
};

export type SignIn = {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly loginName: string;
    readonly posts: readonly ({
      readonly agencyId: string;
      readonly agencyName: string;
      readonly role: "handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
    })[];
    /** 启用了动态口令或者安全密钥 */
    readonly hasSecondFactor: boolean;
    /** 启用了动态口令 */
    readonly hasCodes: boolean;
    /** 安全密钥的把数 */
    readonly securityKeys: number;
    readonly recoveryCodesLeft: number;
  } | null;
  /** full 表示登录完成；其余为下一步；没有登录时为 null */
  readonly stage: "second-factor" | "change-password" | "enrol-second-factor" | "full" | null;
  /** 统一身份认证按钮上的文字 */
  readonly externalSignIn: {
    readonly label: string;
  } | null;
  readonly passwordRules: {
    readonly minLength: number;
    readonly minKinds: number;
  };
  /** 从这个地址可以使用安全密钥 */
  readonly offersSecurityKeys: boolean;
  readonly idleMinutes: number;
  /** 示例城市：申请、信息和账号均为虚构 */
  readonly isSample?: true;
};

export type SignInPolicy = {
  /** 密码最短位数 */
  readonly minLength: number;
  /** 字符种类数 */
  readonly minKinds: number;
  /** 密码有效天数：0 表示不定期更换 */
  readonly passwordDays: number;
  /** 一次性密码有效小时数 */
  readonly oneTimeHours: number;
  /** 锁定前允许输错次数 */
  readonly failures: number;
  /** 首次锁定分钟数：逐次加倍，至多一天 */
  readonly lockMinutes: number;
  /** 无操作退出分钟数 */
  readonly idleMinutes: number;
  /** 登录有效小时数 */
  readonly sessionHours: number;
  /** 第二步验证：动态口令或者安全密钥 */
  readonly secondFactor: "optional" | "administrators" | "everybody";
};

export type SignInPolicyInput = {
  /** 密码最短位数 */
  readonly minLength: number;
  /** 字符种类数 */
  readonly minKinds: number;
  /** 密码有效天数：0 表示不定期更换 */
  readonly passwordDays: number;
  /** 一次性密码有效小时数 */
  readonly oneTimeHours: number;
  /** 锁定前允许输错次数 */
  readonly failures: number;
  /** 首次锁定分钟数：逐次加倍，至多一天 */
  readonly lockMinutes: number;
  /** 无操作退出分钟数 */
  readonly idleMinutes: number;
  /** 登录有效小时数 */
  readonly sessionHours: number;
  /** 第二步验证：动态口令或者安全密钥 */
  readonly secondFactor: "optional" | "administrators" | "everybody";
};

export type Steps = {
  readonly id: string;
  readonly label: string;
  readonly basis: readonly string[];
  readonly isAllowed: boolean;
  readonly role: {
    readonly code: string;
    readonly label: string;
  };
  readonly why: string | null;
  readonly fields: readonly ({
    readonly name: string;
    readonly label: string;
    readonly help: string | null;
    readonly kind: "text" | "words" | "day" | "number" | "money" | "yes-no" | "choice" | "answers" | "event";
    readonly isRequired: boolean;
    readonly suggested: string | number | boolean | null;
    readonly options: readonly ({
      readonly value: string;
      readonly label: string;
    })[] | null;
  })[];
  readonly schema: Readonly<Record<string, unknown>>;
};

export type Submission = {
  /** 回执编号 */
  readonly number: string;
  readonly submittedAt: string;
  readonly state: {
    readonly code: string;
    readonly label: string;
  };
  /** 为什么没有自动登记，或者不予登记的理由 */
  readonly reason: string | null;
  /** 所需政府信息；打不开的为 null */
  readonly description: string | null;
  readonly requesterName: string | null;
  readonly agencyId: string;
  readonly size: number;
  readonly attachments: readonly ({
    readonly name: string;
    readonly size: number;
  })[];
  /** 怎么办 */
  readonly advice: readonly string[];
  /** 已经登记的，登记成的案件 */
  readonly caseId: string | null;
};

export type SystemState = {
  readonly database: {
    readonly version: string;
    readonly bytes: number;
    readonly migration: string;
  };
  readonly disk: {
    readonly freeBytes: number;
    readonly totalBytes: number;
  } | null;
  readonly jobs: readonly ({
    readonly job: string;
    readonly label: string;
    readonly cron: string;
    readonly last: Last | null;
    readonly lastFailed: Last | null;
  })[];
  readonly backups: readonly ({
    readonly name: string;
    readonly size: number;
    readonly madeAt: string;
  })[];
  /** 提醒经哪台服务器发邮件、哪个时段不发；没有设置的为空 */
  readonly mail: {
    readonly host: string;
    readonly port: number;
    readonly from: string;
    readonly quietFrom: string;
    readonly quietUntil: string;
  } | null;
  /** 统一身份认证；没有设置的为空 */
  readonly identityService: {
    readonly issuer: string;
    readonly label: string;
  } | null;
  /** 邮件里的链接用的地址；没有设置的为空 */
  readonly publicUrl: string | null;
};

export type TakeCaseStep = {
  readonly view: ViewCase;
  readonly eventId: string;
  readonly flags: readonly string[];
  readonly change: readonly string[];
};

export type Timeline = {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly on: string;
  readonly facts: readonly ({
    readonly label: string;
    readonly text: string;
  })[];
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string | null;
  readonly isLateEntry: boolean;
  readonly standing: "stands" | "corrected" | "removed";
  readonly corrects: string | null;
  readonly flags: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
};

export type View = {
  readonly row: Proceedings;
  readonly deadlines: readonly ({
    readonly code: "review" | "answer" | "decision";
    readonly label: string;
    readonly due: string;
    readonly isProvisional: boolean;
    readonly basis: string;
    readonly isLate: boolean;
  })[];
  readonly timeline: readonly Timeline[];
  readonly steps: readonly Steps[];
  readonly reportCells: readonly ({
    readonly year: number;
    readonly table: string;
    readonly row: string;
    readonly column: string;
    readonly label: string;
  })[];
  readonly reportDoubts: readonly string[];
  readonly mayHandle: boolean;
};

export type ViewCase = {
  readonly today: string;
  readonly row: ListCases;
  readonly agencyId: string;
  readonly requester: Requester;
  readonly wantedForm: {
    readonly medium: {
      readonly code: string;
      readonly label: string;
    };
    readonly delivery: {
      readonly code: string;
      readonly label: string;
    };
  };
  readonly isImported: boolean;
  readonly deadline: {
    readonly receivedOn: string | null;
    readonly due: string | null;
    readonly isProvisional: boolean;
    readonly isOverdue: boolean;
    readonly urgency: "late" | "soon" | "running" | "stopped" | "none";
    readonly workingDaysLeft: number | null;
    readonly state: string;
    readonly sentences: readonly string[];
    readonly spans: readonly ({
      readonly kind: "day-zero" | "counted" | "day-off" | "excluded" | "set-aside" | "waiting" | "later-date";
      readonly from: string;
      readonly to: string | null;
      readonly workingDays: number;
      readonly nth: {
        readonly first: number;
        readonly last: number;
      } | null;
      readonly part: "term" | "extension" | null;
      readonly why: string;
      readonly basis: string;
    })[];
  };
  readonly timeline: readonly Timeline[];
  readonly flags: readonly string[];
  readonly steps: readonly Steps[];
  readonly attachments: readonly Attachments[];
  readonly related: readonly Related[];
  readonly proceedings: readonly Proceedings[];
  readonly reportCells: readonly ({
    readonly year: number;
    readonly table: string;
    readonly row: string;
    readonly column: string;
    readonly label: string;
  })[];
  readonly reportDoubts: readonly string[];
  readonly mayHandle: boolean;
};

export type Warnings = {
  readonly code: "identifier" | "no-identity" | "same-requester" | "similar" | "late-entry" | "no-contact";
  readonly message: string;
  readonly field: string | null;
  readonly cases: readonly ({
    readonly id: string;
    readonly number: string;
    readonly likeness: number | null;
  })[];
};

export type Withheld = {
  readonly part: string;
  readonly outcome: "granted" | "partial" | "denied.state_secret" | "denied.other_law" | "denied.three_safety" | "denied.third_party" | "denied.internal" | "denied.process" | "denied.enforcement_file" | "denied.admin_query" | "unable.not_held" | "unable.need_create" | "unable.unclear" | "rejected.petition" | "rejected.repeat" | "rejected.publication" | "rejected.massive" | "rejected.reissue" | "other.no_correction" | "other.no_payment" | "other.misc" | null;
  readonly reasons: string;
};

export type WriteFigures = {
  readonly figures: readonly Figures[];
};

export type ReadSignInReply = SignIn;

export interface SignInInput {
  readonly body: {
    /** 用户名 */
    readonly loginName: string;
    /** 密码 */
    readonly password: string;
  };
}
export type SignInReply = SignIn;


export interface VerifySecondFactorInput {
  readonly body: {
    /** 动态口令 */
    readonly code: string;
  };
}
export type VerifySecondFactorReply = SignIn;

export interface ChangePasswordInput {
  readonly body: {
    /** 现在的密码 */
    readonly old: string;
    /** 新密码 */
    readonly fresh: string;
  };
}
export type ChangePasswordReply = SignIn;

export type BeginSecondFactorReply = {
  /** otpauth:// 地址，画成二维码 */
  readonly uri: string;
  /** 不能扫码时手工输入 */
  readonly secret: string;
};

export interface ConfirmSecondFactorInput {
  readonly body: {
    /** 动态口令 */
    readonly code: string;
  };
}
export type ConfirmSecondFactorReply = {
  readonly recoveryCodes: readonly string[];
  readonly stage: "second-factor" | "change-password" | "enrol-second-factor" | "full";
};

export interface RemoveSecondFactorInput {
  readonly body: {
    /** 密码 */
    readonly password: string;
  };
}

export type ListOwnSessionsReply = {
  readonly items: readonly ({
    readonly id: string;
    readonly browser: string;
    readonly madeAt: string;
    readonly seenAt: string;
    readonly endsAt: string;
    readonly isThis: boolean;
  })[];
};


export type ListOwnAgenciesReply = {
  readonly items: readonly ({
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly level: string;
    readonly parentId: string | null;
    /** 下级机关，只读 */
    readonly isBelow: boolean;
  })[];
};

export interface BeginExternalSignInInput {
  readonly query?: {
    /** 登录后去的页面，本站路径 */
    readonly to?: string;
  };
}

export interface FinishExternalSignInInput {
  readonly query?: {
    readonly code?: string;
    readonly state?: string;
    readonly error?: string;
  };
}

export interface ListAccountsInput {
  readonly query?: {
    /** 用户名或姓名中的文字 */
    readonly search?: string;
  };
}
export type ListAccountsReply = {
  readonly items: readonly Account[];
};

export interface AddAccountInput {
  readonly body: {
    /** 用户名 */
    readonly loginName: string;
    /** 姓名 */
    readonly name: string;
    /** 电子邮箱 */
    readonly email?: string | null;
    /** 角色：角色及其机关；机关填 register 表示全部机关 */
    readonly roles: readonly ({
      readonly agencyId: string;
      readonly role: "handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
    })[];
    /** 设密码：只用统一身份认证登录的人不设密码 */
    readonly withPassword?: boolean;
  };
}
export type AddAccountReply = {
  readonly account: Account;
  readonly oneTimePassword: string | null;
};

export interface ReadAccountInput {
  readonly params: {
    readonly accountId: string;
  };
}
export type ReadAccountReply = {
  readonly account: Account;
  readonly credential: {
    readonly hasPassword: boolean;
    readonly mustChange: boolean;
    readonly passwordSetAt: string | null;
    readonly lockedUntil: string | null;
    /** 启用了动态口令 */
    readonly hasCodes: boolean;
    readonly securityKeys: readonly ({
      readonly name: string;
      readonly addedAt: string;
      readonly usedAt: string | null;
    })[];
    readonly recoveryCodesLeft: number;
  };
  readonly links: readonly ({
    readonly issuer: string;
    readonly subject: string;
    readonly linkedAt: string;
  })[];
  readonly sessions: number;
};

export interface ChangeAccountInput {
  readonly params: {
    readonly accountId: string;
  };
  readonly body: {
    readonly version: number;
    /** 用户名 */
    readonly loginName: string;
    /** 姓名 */
    readonly name: string;
    /** 电子邮箱 */
    readonly email: string | null;
    /** 角色：角色及其机关；机关填 register 表示全部机关 */
    readonly roles: readonly ({
      readonly agencyId: string;
      readonly role: "handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
    })[];
    readonly isDisabled: boolean;
    /** 原因 */
    readonly reason?: string | null;
  };
}
export type ChangeAccountReply = {
  readonly account: Account;
};

export interface ResetPasswordInput {
  readonly params: {
    readonly accountId: string;
  };
  readonly body: {
    /** 同时停用动态口令和安全密钥 */
    readonly withSecondFactor?: boolean;
  };
}
export type ResetPasswordReply = {
  readonly oneTimePassword: string;
};

export interface SignOutAccountInput {
  readonly params: {
    readonly accountId: string;
  };
}

export interface LinkIdentityInput {
  readonly params: {
    readonly accountId: string;
  };
  readonly body: {
    /** 身份标识 */
    readonly subject: string;
  };
}

export interface UnlinkIdentityInput {
  readonly params: {
    readonly accountId: string;
  };
  readonly body: {
    readonly issuer: string;
    readonly subject: string;
  };
}

export interface ListTokensInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ListTokensReply = {
  readonly items: readonly AccessToken[];
};

export interface MakeTokenInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    /** 名称：哪个系统、作何用 */
    readonly name: string;
    /** 权限 */
    readonly rights: readonly ("cases:read" | "cases:handle" | "cases:approve" | "letters:issue" | "items:read" | "items:draft" | "items:review" | "items:secrecy-review" | "items:withdraw" | "reports:read" | "reports:write" | "reports:freeze" | "figures:write" | "agency:configure" | "audit:read")[];
    /** 有效天数 */
    readonly days?: number;
  };
}
export type MakeTokenReply = {
  readonly token: AccessToken;
  readonly secret: string;
};

export interface RevokeTokenInput {
  readonly params: {
    readonly agencyId: string;
    readonly tokenId: string;
  };
}

export type ReadSignInPolicyReply = SignInPolicy;

export interface ChangeSignInPolicyInput {
  readonly body: SignInPolicyInput;
}
export type ChangeSignInPolicyReply = SignInPolicy;

export type ListSecurityKeysReply = {
  readonly items: readonly ({
    readonly id: string;
    readonly name: string;
    readonly addedAt: string;
    readonly usedAt: string | null;
  })[];
};

export type BeginSecurityKeyReply = SecurityKeyCreation;

export interface ConfirmSecurityKeyInput {
  readonly body: {
    /** 名称 */
    readonly name: string;
    readonly response: {
      readonly id: string;
      readonly rawId: string;
      readonly type: "public-key";
      readonly authenticatorAttachment?: "platform" | "cross-platform";
      readonly response: {
        readonly clientDataJSON: string;
        readonly attestationObject: string;
        readonly transports?: readonly string[];
      };
    };
  };
}
export type ConfirmSecurityKeyReply = {
  readonly recoveryCodes: readonly string[];
  readonly stage: "second-factor" | "change-password" | "enrol-second-factor" | "full";
};

export type BeginKeySignInReply = SecurityKeyRequest;

export interface VerifyKeySignInInput {
  readonly body: {
    readonly response: {
      readonly id: string;
      readonly rawId: string;
      readonly type: "public-key";
      readonly authenticatorAttachment?: "platform" | "cross-platform";
      readonly response: {
        readonly clientDataJSON: string;
        readonly authenticatorData: string;
        readonly signature: string;
        readonly userHandle?: string;
      };
    };
  };
}
export type VerifyKeySignInReply = SignIn;

export interface RemoveSecurityKeyInput {
  readonly params: {
    readonly keyId: string;
  };
  readonly body: {
    /** 密码 */
    readonly password: string;
  };
}

export interface SearchAuditInput {
  readonly query?: {
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
    /** 机关：哪个机关的日志；register 为全系统的 */
    readonly agencyId?: string;
    /** 人员：姓名、用户名中的文字，或者编号 */
    readonly who?: string;
    /** 类别：见 list-audit-kinds */
    readonly kind?: string;
    /** 对象：账号、案件、信息等的编号 */
    readonly subject?: string;
    /** 自 */
    readonly from?: string;
    /** 至：含当日 */
    readonly to?: string;
  };
}
export type SearchAuditReply = {
  readonly items: readonly AuditLine[];
  readonly next: string | null;
};

export type ListAuditKindsReply = {
  readonly items: readonly ({
    readonly kind: string;
    readonly label: string;
  })[];
};

export interface VerifyAuditInput {
  readonly body: {
    /** 以前另行保存的各链末尾，核对它们是否仍在 */
    readonly anchors?: readonly ({
      readonly chain: string;
      readonly length: number;
      readonly hash: string;
    })[];
  };
}
export type VerifyAuditReply = {
  readonly isIntact: boolean;
  readonly entries: number;
  readonly breaks: readonly ({
    readonly chain: string;
    readonly position: number | null;
    readonly kind: string | null;
    readonly subject: string | null;
    readonly message: string;
  })[];
  readonly heads: readonly ({
    readonly chain: string;
    readonly length: number;
    readonly hash: string;
  })[];
};

export interface ExportAuditInput {
  readonly params: {
    readonly format: "xlsx" | "csv" | "jsonl";
  };
  readonly query?: {
    /** 机关：哪个机关的日志；register 为全系统的 */
    readonly agencyId?: string;
    /** 人员：姓名、用户名中的文字，或者编号 */
    readonly who?: string;
    /** 类别：见 list-audit-kinds */
    readonly kind?: string;
    /** 对象：账号、案件、信息等的编号 */
    readonly subject?: string;
    /** 自 */
    readonly from?: string;
    /** 至：含当日 */
    readonly to?: string;
  };
}

export interface ReadTodayInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
    readonly group?: "late" | "soon" | "us" | "waiting" | "to-serve" | "to-archive" | "from-portal";
    readonly handler?: string;
  };
}
export type ReadTodayReply = {
  readonly today: string;
  readonly counts: readonly ({
    readonly group: "late" | "soon" | "us" | "waiting" | "to-serve" | "to-archive" | "from-portal";
    readonly label: string;
    readonly count: number;
  })[];
  readonly items: readonly ({
    readonly id: string;
    readonly number: string;
    readonly letterId: string;
    readonly channel: {
      readonly code: string;
      readonly label: string;
    };
    readonly requesterKind: {
      readonly code: string;
      readonly label: string;
    };
    readonly requesterName: string;
    readonly description: string;
    readonly arrivedOn: string;
    readonly receivedOn: string | null;
    readonly state: {
      readonly code: string;
      readonly label: string;
    };
    readonly isOpen: boolean;
    readonly handler: string | null;
    readonly unit: string | null;
    readonly due: string | null;
    readonly isDueProvisional: boolean;
    readonly urgency: "late" | "soon" | "running" | "stopped" | "none";
    readonly workingDaysLeft: number | null;
    readonly waitingFor: {
      readonly code: "us" | "confirmation" | "clarification" | "reasons" | "third-party" | "joint-maker" | "payment";
      readonly label: string;
    } | null;
    readonly waitingUntil: string | null;
    readonly outcome: {
      readonly code: string;
      readonly label: string;
    } | null;
    readonly closedOn: string | null;
    readonly version: number;
    readonly updatedAt: string;
    readonly derivation: readonly string[];
    readonly groups: readonly ("late" | "soon" | "us" | "waiting" | "to-serve" | "to-archive" | "from-portal")[];
  })[];
  readonly next: string | null;
};

export interface ListCasesInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly state?: "unregistered" | "unconfirmed" | "received" | "handling" | "awaiting-clarification" | "awaiting-reasons" | "awaiting-opinion" | "awaiting-payment" | "decided" | "lapsed" | "withdrawn" | "served" | "archived";
    readonly open?: "yes" | "no";
    readonly outcome?: "granted" | "partial" | "denied.state_secret" | "denied.other_law" | "denied.three_safety" | "denied.third_party" | "denied.internal" | "denied.process" | "denied.enforcement_file" | "denied.admin_query" | "unable.not_held" | "unable.need_create" | "unable.unclear" | "rejected.petition" | "rejected.repeat" | "rejected.publication" | "rejected.massive" | "rejected.reissue" | "other.no_correction" | "other.no_payment" | "other.misc";
    readonly channel?: "in_person" | "registered_mail" | "ordinary_mail" | "online" | "email" | "fax" | "oral";
    readonly kind?: "natural" | "business" | "research" | "welfare" | "legal_service" | "other_org";
    readonly waitingFor?: "us" | "confirmation" | "clarification" | "reasons" | "third-party" | "joint-maker" | "payment";
    readonly handler?: string;
    readonly from?: string;
    readonly to?: string;
    readonly closedFrom?: string;
    readonly closedTo?: string;
    readonly text?: string;
    readonly sort?: "newest" | "oldest" | "due";
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
  };
}
export type ListCasesReply = {
  readonly items: readonly ListCases[];
  readonly next: string | null;
};

export interface FindCasesOfRequesterInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly identity?: {
      /** 证件类型 */
      readonly document: "id-card" | "passport" | "credit-code" | "other";
      /** 证件号码 */
      readonly number: string;
    };
    readonly name?: string;
  };
}
export type FindCasesOfRequesterReply = {
  readonly items: readonly ListCases[];
};

export interface ExportCasesInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly state?: "unregistered" | "unconfirmed" | "received" | "handling" | "awaiting-clarification" | "awaiting-reasons" | "awaiting-opinion" | "awaiting-payment" | "decided" | "lapsed" | "withdrawn" | "served" | "archived";
    readonly open?: "yes" | "no";
    readonly outcome?: "granted" | "partial" | "denied.state_secret" | "denied.other_law" | "denied.three_safety" | "denied.third_party" | "denied.internal" | "denied.process" | "denied.enforcement_file" | "denied.admin_query" | "unable.not_held" | "unable.need_create" | "unable.unclear" | "rejected.petition" | "rejected.repeat" | "rejected.publication" | "rejected.massive" | "rejected.reissue" | "other.no_correction" | "other.no_payment" | "other.misc";
    readonly channel?: "in_person" | "registered_mail" | "ordinary_mail" | "online" | "email" | "fax" | "oral";
    readonly kind?: "natural" | "business" | "research" | "welfare" | "legal_service" | "other_org";
    readonly waitingFor?: "us" | "confirmation" | "clarification" | "reasons" | "third-party" | "joint-maker" | "payment";
    readonly handler?: string;
    readonly from?: string;
    readonly to?: string;
    readonly closedFrom?: string;
    readonly closedTo?: string;
    readonly text?: string;
    readonly sort?: "newest" | "oldest" | "due";
  };
}

export interface ImportCasesInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly mode?: "check" | "write";
    readonly importId: string;
  };
  readonly file: SentFile;
}
export type ImportCasesReply = {
  readonly rows: number;
  readonly written: number;
  readonly columns: readonly ({
    readonly heading: string;
    readonly meaning: string | null;
  })[];
  readonly faults: readonly ({
    readonly row: number;
    readonly column: string | null;
    readonly message: string;
  })[];
  readonly preview: readonly ({
    readonly row: number;
    readonly number: string;
    readonly description: string;
    readonly arrivedOn: string;
    readonly outcome: string | null;
  })[];
};

export interface CheckRegistrationInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly letterId?: string;
    /** 提出渠道 */
    readonly channel?: "in_person" | "registered_mail" | "ordinary_mail" | "online" | "email" | "fax" | "oral";
    /** 到达日期 */
    readonly arrivedOn?: string;
    /** 确认收到日期 */
    readonly confirmedOn?: string;
    readonly requester?: {
      /** 申请人类别 */
      readonly kind: "natural" | "business" | "research" | "welfare" | "legal_service" | "other_org";
      /** 申请人姓名或者名称 */
      readonly name?: string;
      readonly identity?: {
        /** 证件类型 */
        readonly document: "id-card" | "passport" | "credit-code" | "other";
        /** 证件号码 */
        readonly number: string;
      };
      readonly contact?: Contact;
      /** 代表人、代理人 */
      readonly representative?: string;
    };
    readonly wantedForm?: {
      /** 提供载体 */
      readonly medium: "paper" | "electronic" | "inspection" | "other";
      /** 获取方式 */
      readonly delivery: "post" | "email" | "collect" | "online" | "fax";
    };
    /** 申请事项 */
    readonly pieces?: readonly ({
      readonly id: string;
      /** 申请内容 */
      readonly description: string;
      /** 登记编号 */
      readonly number?: string;
    })[];
    /** 承办人 */
    readonly handler?: string;
    /** 承办单位 */
    readonly unit?: string;
    /** 补登说明 */
    readonly reason?: string;
  };
}
export type CheckRegistrationReply = {
  readonly today: string;
  readonly warnings: readonly Warnings[];
  readonly nextNumber: string;
  readonly due: string | null;
  readonly bornOn: string | null;
};

export interface RegisterRequestInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly letterId: string;
    /** 提出渠道 */
    readonly channel: "in_person" | "registered_mail" | "ordinary_mail" | "online" | "email" | "fax" | "oral";
    /** 到达日期 */
    readonly arrivedOn: string;
    /** 确认收到日期 */
    readonly confirmedOn?: string;
    readonly requester: {
      /** 申请人类别 */
      readonly kind: "natural" | "business" | "research" | "welfare" | "legal_service" | "other_org";
      /** 申请人姓名或者名称 */
      readonly name: string;
      readonly identity?: {
        /** 证件类型 */
        readonly document: "id-card" | "passport" | "credit-code" | "other";
        /** 证件号码 */
        readonly number: string;
      };
      readonly contact?: Contact;
      /** 代表人、代理人 */
      readonly representative?: string;
    };
    readonly wantedForm: {
      /** 提供载体 */
      readonly medium: "paper" | "electronic" | "inspection" | "other";
      /** 获取方式 */
      readonly delivery: "post" | "email" | "collect" | "online" | "fax";
    };
    /** 申请事项 */
    readonly pieces: readonly ({
      readonly id: string;
      /** 申请内容 */
      readonly description: string;
      /** 登记编号 */
      readonly number?: string;
    })[];
    /** 承办人 */
    readonly handler?: string;
    /** 承办单位 */
    readonly unit?: string;
    /** 补登说明 */
    readonly reason?: string;
  };
}
export type RegisterRequestReply = {
  readonly cases: readonly ListCases[];
  readonly warnings: readonly Warnings[];
};

export interface ViewCaseInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
}
export type ViewCaseReply = ViewCase;

export interface ShowRequesterInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: {
    readonly purpose: string;
  };
}
export type ShowRequesterReply = Requester;

export interface TryCaseStepInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: {
    readonly transition: string;
    readonly version: number;
    readonly input: Readonly<Record<string, unknown>>;
  };
}
export type TryCaseStepReply = {
  readonly isPossible: boolean;
  readonly refusal: string | null;
  readonly issues: readonly ({
    readonly field: string;
    readonly message: string;
  })[];
  readonly flags: readonly string[];
  readonly change: readonly string[];
  readonly due: string | null;
  readonly state: {
    readonly code: string;
    readonly label: string;
  } | null;
};

export interface TakeCaseStepInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: {
    readonly transition: string;
    readonly version: number;
    readonly input: Readonly<Record<string, unknown>>;
    readonly eventId: string;
  };
}
export type TakeCaseStepReply = TakeCaseStep;

export interface CorrectCaseEventInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: {
    readonly eventId: string;
    readonly version: number;
    readonly corrects: string;
    readonly replacement: Readonly<Record<string, unknown>> | null;
    readonly reason: string;
  };
}
export type CorrectCaseEventReply = TakeCaseStep;

export interface AskOutcomeInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: {
    readonly answers?: Readonly<Record<string, string>>;
  };
}
export type AskOutcomeReply = {
  readonly answered: readonly ({
    readonly id: string;
    readonly text: string;
    readonly basis: string;
    readonly answers: readonly ({
      readonly id: string;
      readonly label: string;
    })[];
    readonly answer: string;
    readonly answerLabel: string;
  })[];
  readonly next: {
    readonly id: string;
    readonly text: string;
    readonly basis: string;
    readonly answers: readonly ({
      readonly id: string;
      readonly label: string;
    })[];
  } | null;
  readonly row: {
    readonly outcome: string;
    readonly label: string;
    readonly form: string | null;
    readonly formName: string;
    readonly letter: string;
    readonly articles: readonly string[];
    readonly remedy: string;
    readonly evidence: readonly ({
      readonly id: string;
      readonly name: string;
      readonly basis: string;
      readonly source: "event" | "entered";
      readonly isHeld: boolean;
    })[];
    readonly recordedBy: {
      readonly code: string;
      readonly label: string;
    } | null;
    readonly input: {
      readonly outcome: string;
      readonly grounds: Readonly<Record<string, string>>;
    } | null;
  } | null;
};

export interface SplitCaseInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: {
    readonly version: number;
    readonly first: string;
    readonly others: readonly ({
      readonly id: string;
      /** 申请内容 */
      readonly description: string;
      /** 登记编号 */
      readonly number?: string;
    })[];
    readonly reason?: string;
  };
}
export type SplitCaseReply = {
  readonly cases: readonly ListCases[];
};

export interface LinkCasesInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: {
    readonly linkId: string;
    readonly otherId: string;
    readonly kind: "repeat" | "same-information" | "related";
    readonly isRemoved?: boolean;
    readonly reason?: string;
  };
}
export type LinkCasesReply = {
  readonly related: readonly Related[];
};

export interface FindSimilarCasesInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
}
export type FindSimilarCasesReply = {
  readonly cases: readonly Related[];
  readonly items: readonly ({
    readonly id: string;
    readonly title: string;
    readonly likeness: number;
    readonly address: string;
  })[];
};

export interface AttachFileInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly query: {
    readonly attachmentId: string;
  };
  readonly file: SentFile;
}
export type AttachFileReply = Attachments;

export interface ReadAttachmentInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly attachmentId: string;
  };
}

export interface ReadAlsoDueInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ReadAlsoDueReply = {
  readonly items: readonly ({
    readonly kind: "reconsideration" | "litigation" | "review" | "publish" | "interpret" | "reassess" | "report";
    readonly count: number;
    readonly first: string | null;
    readonly isLate: boolean;
    readonly only: string | null;
  })[];
};

export interface ListSubmissionsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
    readonly state?: "unreadable" | "held" | "waiting" | "set-aside";
  };
}
export type ListSubmissionsReply = {
  readonly items: readonly ({
    /** 回执编号 */
    readonly number: string;
    readonly submittedAt: string;
    readonly state: {
      readonly code: string;
      readonly label: string;
    };
    /** 为什么没有自动登记，或者不予登记的理由 */
    readonly reason: string | null;
    /** 所需政府信息；打不开的为 null */
    readonly description: string | null;
    readonly requesterName: string | null;
  })[];
  readonly next: string | null;
};

export interface CountSubmissionsInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type CountSubmissionsReply = {
  readonly counts: readonly ({
    readonly state: "unreadable" | "held" | "waiting" | "set-aside";
    readonly label: string;
    readonly count: number;
  })[];
};

export interface ViewSubmissionInput {
  readonly params: {
    readonly agencyId: string;
    readonly submissionNumber: string;
  };
}
export type ViewSubmissionReply = Submission;

export interface RegisterSubmissionInput {
  readonly params: {
    readonly agencyId: string;
    readonly submissionNumber: string;
  };
  readonly body: Readonly<Record<string, unknown>>;
}
export type RegisterSubmissionReply = {
  readonly caseId: string;
};

export interface SetAsideSubmissionInput {
  readonly params: {
    readonly agencyId: string;
    readonly submissionNumber: string;
  };
  readonly body: {
    /** 理由 */
    readonly reason: string;
  };
}
export type SetAsideSubmissionReply = Submission;

export interface ListPublishedAnswersInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly caseId?: string;
  };
}
export type ListPublishedAnswersReply = {
  readonly items: readonly PublishedAnswer[];
};

export interface PublishCaseAnswerInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly answerId: string;
  };
  readonly body: {
    /** 问题 */
    readonly question: string;
    /** 答复 */
    readonly answer: string;
  };
}
export type PublishCaseAnswerReply = PublishedAnswer;

export interface WithdrawPublishedAnswerInput {
  readonly params: {
    readonly agencyId: string;
    readonly answerId: string;
  };
  readonly body: {
    /** 理由 */
    readonly reason: string;
  };
}

export interface ListProceedingsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
    readonly kind?: "reconsideration" | "litigation";
    readonly state?: "unfiled" | "pending" | "suspended" | "concluded" | "appealed";
    readonly caseId?: string;
  };
}
export type ListProceedingsReply = {
  readonly items: readonly Proceedings[];
  readonly next: string | null;
};

export interface ExportProceedingsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly kind?: "reconsideration" | "litigation";
    readonly state?: "unfiled" | "pending" | "suspended" | "concluded" | "appealed";
  };
}

export interface OpenProceedingInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly id: string;
    readonly eventId: string;
    readonly kind: "reconsideration" | "litigation";
    readonly route?: "direct" | "after_review" | null;
    readonly caseId?: string | null;
    readonly reconsiderationId?: string | null;
    /** 案号 */
    readonly number: string;
    /** 复议机关或者法院 */
    readonly forum: string;
    readonly isCoDefendant?: boolean;
    /** 提起日期 */
    readonly filedOn: string;
    readonly reason?: string;
  };
}
export type OpenProceedingReply = OpenProceeding;

export interface ViewProceedingInput {
  readonly params: {
    readonly agencyId: string;
    readonly proceedingId: string;
  };
}
export type ViewProceedingReply = View;

export interface TakeProceedingStepInput {
  readonly params: {
    readonly agencyId: string;
    readonly proceedingId: string;
  };
  readonly body: {
    readonly eventId: string;
    readonly transition: string;
    readonly version: number;
    readonly input: Readonly<Record<string, unknown>>;
  };
}
export type TakeProceedingStepReply = OpenProceeding;

export interface ListPossibleLettersInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
}
export type ListPossibleLettersReply = {
  readonly items: readonly ({
    readonly letterId: string;
    readonly name: string;
    readonly occasion: string;
    readonly addressee: string;
    readonly outcome: string | null;
    readonly standing: "ready" | "to-fill" | "to-act" | "no";
    readonly why: string | null;
    readonly steps: readonly ({
      readonly id: string;
      readonly label: string;
    })[];
    readonly blanks: readonly ({
      readonly field: string;
      readonly label: string;
      readonly otherwise: string;
      readonly isKept: boolean;
    })[];
  })[];
};

export interface PreviewLetterInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: PreviewLetter;
}
export type PreviewLetterReply = {
  readonly letterId: string;
  readonly name: string;
  readonly blanks: readonly ({
    readonly field: string;
    readonly label: string;
    readonly otherwise: string;
    readonly isKept: boolean;
  })[];
  readonly refusal: {
    readonly code: string;
    readonly message: string;
  } | null;
  readonly number: string | null;
  readonly addressee: string | null;
  readonly paragraphs: readonly ({
    readonly parts: readonly ({
      readonly kind: "fixed" | "edited";
      readonly field: string | null;
      readonly text: string;
    })[];
    readonly contents: readonly string[];
  })[];
  readonly html: string | null;
  readonly lines: readonly string[];
  readonly evidence: readonly ({
    readonly name: string;
    readonly isPrinted: boolean;
  })[];
  readonly cautions: readonly string[];
  readonly fee: {
    readonly yuan: number;
    readonly calculation: readonly string[];
  } | null;
};

export interface IssueLetterInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
  readonly body: {
    readonly id: string;
    readonly version: number;
    readonly order: PreviewLetter;
    readonly draft?: number;
  };
}
export type IssueLetterReply = IssueLetter;

export interface ListLettersInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
}
export type ListLettersReply = {
  readonly items: readonly Letter[];
};

export interface DownloadLetterInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly id: string;
    readonly format: "docx" | "pdf";
  };
}

export interface ServeIssuedLetterInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly letter: string;
  };
  readonly body: {
    readonly id: string;
    readonly version: number;
    readonly on?: string;
    readonly method: "hand" | "registered-mail" | "ordinary-mail" | "email" | "online" | "fax" | "notice";
    readonly proof?: string;
  };
}
export type ServeIssuedLetterReply = IssueLetter;

export interface ReadLetterSettingsInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ReadLetterSettingsReply = ReadLetterSettings;

export interface RecordLetterSettingsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly version: number;
    readonly settings: {
      readonly code?: string;
      readonly series?: readonly ({
        readonly letterId: string;
        readonly code: string;
      })[];
      readonly office?: string;
      readonly contact?: string;
      readonly inquiry?: string;
      readonly payment?: string;
      readonly onlineChannel?: string;
      readonly court?: string;
      readonly reconsideration?: {
        readonly bodies?: readonly Bodies[];
        readonly isUnderCentralDepartment?: boolean;
        readonly isSetUpByDivision?: boolean;
        readonly isUnderDispatchedAuthority?: boolean;
      };
      readonly remedy?: {
        readonly statutoryOrNone?: "optional" | "none";
        readonly otherMisc?: "optional" | "none";
        readonly emailIsInternetChannel?: boolean;
      };
      readonly clock?: {
        readonly consultationBegins?: "sent" | "received";
        readonly countsFirstDayOfConsultation?: boolean;
        readonly countsDayOfOpinion?: boolean;
        readonly excludesAskingForReasons?: boolean;
        readonly afterPayment?: "anew" | "resume";
        readonly extension?: "once-per-request" | "once-per-term";
        readonly untimelyClarification?: "no-effect" | "restarts";
        readonly repliedWhen?: "served" | "decided";
      };
      readonly isSealed?: boolean;
    };
  };
}
export type RecordLetterSettingsReply = ReadLetterSettings;

export interface ListWaitingLetterDraftsInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ListWaitingLetterDraftsReply = {
  readonly items: readonly ListWaitingLetterDrafts[];
};

export interface ListLetterDraftsInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
  };
}
export type ListLetterDraftsReply = {
  readonly items: readonly ListWaitingLetterDrafts[];
  readonly signers: readonly ({
    readonly id: string;
    readonly name: string;
    readonly roles: readonly ("handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator")[];
  })[];
};

export interface ReadLetterDraftInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly letterId: string;
  };
}
export type ReadLetterDraftReply = {
  readonly draft: ListWaitingLetterDrafts;
  readonly content: {
    readonly texts: Readonly<Record<string, string>>;
    readonly withheld: readonly Withheld[];
    readonly attachments: readonly string[];
    readonly servedBy: "hand" | "registered-mail" | "ordinary-mail" | "email" | "online" | "fax" | "notice";
    readonly party: string | null;
    readonly earlierCase: string | null;
    readonly step: string | null;
    readonly input: Readonly<Record<string, string | number | boolean | null>>;
    readonly outcome: Outcome | null;
  };
};

export interface SaveLetterDraftInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly letterId: string;
  };
  readonly body: {
    readonly version: number;
    readonly content: {
      readonly texts?: Readonly<Record<string, string>>;
      readonly withheld?: readonly Withheld[];
      readonly attachments?: readonly string[];
      readonly servedBy?: "hand" | "registered-mail" | "ordinary-mail" | "email" | "online" | "fax" | "notice";
      readonly party?: string | null;
      readonly earlierCase?: string | null;
      readonly step?: string | null;
      readonly input?: Readonly<Record<string, string | number | boolean | null>>;
      readonly outcome?: Outcome | null;
    };
  };
}
export type SaveLetterDraftReply = SaveLetterDraft;

export interface SubmitLetterDraftInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly letterId: string;
  };
  readonly body: {
    readonly version: number;
    readonly to?: string | null;
  };
}
export type SubmitLetterDraftReply = SaveLetterDraft;

export interface TakeBackLetterDraftInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly letterId: string;
  };
  readonly body: {
    readonly version: number;
  };
}
export type TakeBackLetterDraftReply = SaveLetterDraft;

export interface ReturnLetterDraftInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly letterId: string;
  };
  readonly body: {
    readonly version: number;
    readonly reason: string;
  };
}
export type ReturnLetterDraftReply = SaveLetterDraft;

export interface DropLetterDraftInput {
  readonly params: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly letterId: string;
  };
  readonly body: {
    readonly version: number;
  };
}

export interface ListFiguresInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly year: number;
  };
}
export type ListFiguresReply = {
  readonly format: string;
  readonly asked: readonly ({
    readonly row: string;
    readonly column: string;
    readonly label: string;
    readonly unit: string | null;
    readonly isPowerless: boolean;
    readonly missing: readonly string[];
  })[];
  readonly figures: readonly Figures[];
};

export interface ReadFigureHistoryInput {
  readonly params: {
    readonly agencyId: string;
    readonly row: string;
    readonly column: string;
    readonly month: string;
  };
}
export type ReadFigureHistoryReply = WriteFigures;

export interface WriteFiguresInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly figures: readonly ({
      readonly row: string;
      readonly column: string;
      readonly month: string;
      readonly value: number;
      readonly version: number;
      readonly reason?: string;
    })[];
  };
}
export type WriteFiguresReply = WriteFigures;

export interface ImportFiguresInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly dryRun?: "yes" | "no";
  };
  readonly file: SentFile;
}
export type ImportFiguresReply = {
  readonly changes: readonly ({
    readonly row: string;
    readonly column: string;
    readonly month: string;
    readonly label: string;
    readonly before: number | null;
    readonly after: number;
  })[];
  readonly unchanged: number;
  readonly faults: readonly ({
    readonly row: number;
    readonly column: number;
    readonly message: string;
  })[];
  readonly isWritten: boolean;
};

export interface ExportFiguresInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly year: number;
  };
}

export interface WritePowersInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly withoutPower: readonly string[];
  };
}
export type WritePowersReply = {
  readonly withoutPower: readonly string[];
};

export interface ListNormativeDocumentsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly year: number;
  };
}
export type ListNormativeDocumentsReply = {
  readonly counts: readonly ({
    readonly kind: "rules" | "normative_docs";
    readonly before: number;
    readonly made: number;
    readonly repealed: number;
    readonly valid: number;
  })[];
  readonly documents: readonly Documents[];
};

export interface WriteNormativeDocumentInput {
  readonly params: {
    readonly agencyId: string;
    readonly documentId: string;
  };
  readonly body: {
    readonly kind: "rules" | "normative_docs";
    readonly title: string;
    readonly number: string;
    readonly madeOn: string;
    readonly publishedOn: string | null;
    readonly repealedOn: string | null;
    readonly version: number;
    readonly reason?: string;
  };
}
export type WriteNormativeDocumentReply = Documents;

export interface ExportNormativeDocumentsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly year: number;
  };
}

export interface ImportNormativeDocumentsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly dryRun?: "yes" | "no";
  };
  readonly file: SentFile;
}
export type ImportNormativeDocumentsReply = {
  readonly added: readonly Added[];
  readonly changed: readonly ({
    readonly documentId: string;
    readonly before: Added;
    readonly after: Added;
  })[];
  readonly unchanged: number;
  readonly faults: readonly ({
    readonly row: number;
    readonly column: number;
    readonly message: string;
  })[];
  readonly isWritten: boolean;
};

export interface ListReportsInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ListReportsReply = {
  readonly reports: readonly ({
    readonly year: number;
    readonly editions: number;
    readonly frozenAt: string | null;
    readonly releasedAt: string | null;
    readonly deadline: string | null;
    readonly isOver: boolean;
  })[];
};

export interface ReadReportInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly query?: {
    readonly asOf?: string;
  };
}
export type ReadReportReply = {
  readonly agency: string;
  readonly isGovernment: boolean;
  readonly format: string;
  readonly year: number;
  readonly asOf: string;
  readonly until: string;
  readonly isOver: boolean;
  readonly deadline: string | null;
  readonly cells: readonly Cells[];
  readonly received: {
    readonly letters: number;
    readonly pieces: number;
  };
  readonly doubts: readonly ({
    readonly record: string;
    readonly doubtId: string;
    readonly message: string;
  })[];
  readonly differences: readonly Differences[];
  readonly previous: {
    readonly kind: "edition" | "paper";
    readonly year: number;
    readonly title: string;
  } | null;
  readonly editions: readonly Editions[];
  readonly state: {
    readonly toWrite: number;
    readonly errors: number;
    readonly warnings: number;
    readonly questions: number;
    readonly unanswered: number;
    readonly unexplained: number;
    readonly blanks: number;
  };
};

export interface ReadReportCellInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly table: "proactive" | "requests" | "review_litigation";
    readonly row: string;
    readonly column: string;
  };
  readonly query?: {
    readonly asOf?: string;
    readonly edition?: number;
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
  };
}
export type ReadReportCellReply = {
  readonly cell: Cells;
  readonly records: readonly Records[];
  readonly next: string | null;
};

export interface ReadRecordCellsInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly recordId: string;
  };
  readonly query?: {
    readonly asOf?: string;
  };
}
export type ReadRecordCellsReply = {
  readonly cells: readonly ({
    readonly table: "proactive" | "requests" | "review_litigation";
    readonly row: string;
    readonly column: string;
    readonly where: string;
  })[];
  readonly doubts: readonly string[];
};

export interface ReadReportFindingsInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly query?: {
    readonly asOf?: string;
  };
}
export type ReadReportFindingsReply = {
  readonly asOf: string;
  readonly findings: readonly ({
    readonly fingerprint: string;
    readonly checkId: string;
    readonly severity: "error" | "warning" | "question";
    readonly message: string;
    readonly at: At | {
      readonly kind: "section";
      readonly section: "overview" | "proactive" | "requests" | "review_litigation" | "problems" | "other";
      readonly place: string | null;
    } | {
      readonly kind: "frame";
      readonly part: "title" | "preface" | "sign-off";
    } | {
      readonly kind: "report";
    };
    readonly related: readonly (At | {
      readonly kind: "section";
      readonly section: "overview" | "proactive" | "requests" | "review_litigation" | "problems" | "other";
      readonly place: string | null;
    } | {
      readonly kind: "frame";
      readonly part: "title" | "preface" | "sign-off";
    } | {
      readonly kind: "report";
    })[];
    readonly where: string;
    readonly excerpt: string;
    readonly basis: readonly string[];
    readonly freezing: "never" | "with-reason" | "always";
    readonly reason: {
      readonly text: string;
      readonly by: string;
      readonly at: string;
    } | null;
  })[];
};

export interface AnswerReportFindingInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly fingerprint: string;
  };
  readonly body: {
    readonly reason: string;
  };
}
export type AnswerReportFindingReply = {
  readonly reason: {
    readonly text: string;
    readonly by: string;
    readonly at: string;
  } | null;
};

export interface ReadReportNarrativeInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly query?: {
    readonly asOf?: string;
  };
}
export type ReadReportNarrativeReply = {
  readonly asOf: string;
  readonly frame: Frame;
  readonly sections: readonly Sections[];
};

export interface WriteReportSectionInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly section: "overview" | "proactive" | "requests" | "review_litigation" | "problems" | "other";
  };
  readonly body: {
    readonly version: number;
    readonly places?: readonly ({
      readonly id: string;
      readonly written: readonly string[] | null;
    })[];
    readonly notes?: readonly string[];
  };
}
export type WriteReportSectionReply = Sections;

export interface WriteReportFrameInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly body: {
    readonly version: number;
    readonly preface: readonly string[] | null;
    readonly signedOn: string | null;
    readonly remarks: readonly string[];
  };
}
export type WriteReportFrameReply = Frame;

export interface ReadYearFactsInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly query?: {
    readonly asOf?: string;
  };
}
export type ReadYearFactsReply = {
  readonly version: number;
  readonly editedAt: string | null;
  readonly editedBy: string | null;
  readonly trainings: {
    readonly held: number;
    readonly people: number;
  } | null;
  readonly proposals: Proposals | null;
  readonly published: readonly ({
    readonly name: string;
    readonly items: number;
  })[] | null;
  readonly channels: readonly ({
    readonly name: string;
    readonly items: number;
  })[] | null;
  readonly requests: {
    readonly letters: number;
    readonly byChannel: readonly ({
      readonly channel: string;
      readonly label: string;
      readonly pieces: number;
    })[];
    readonly meanWorkingDays: number | null;
    readonly extended: number;
  };
  readonly fees: {
    readonly notices: number;
    readonly paid: number;
    readonly paidYuan: number;
    readonly lapsed: number;
  };
};

export interface WriteYearFactsInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly body: {
    readonly version: number;
    readonly trainings: {
      readonly held: number;
      readonly people: number;
    } | null;
    readonly proposals: {
      readonly congress: {
        readonly handled: number;
        readonly satisfied: number;
      };
      readonly conference: {
        readonly handled: number;
        readonly satisfied: number;
      };
    } | null;
    readonly published: readonly ({
      readonly name: string;
      readonly items: number;
    })[] | null;
    readonly channels: readonly ({
      readonly name: string;
      readonly items: number;
    })[] | null;
  };
}
export type WriteYearFactsReply = {
  readonly version: number;
  readonly editedAt: string;
  readonly editedBy: string;
  readonly trainings: {
    readonly held: number;
    readonly people: number;
  } | null;
  readonly proposals: Proposals | null;
  readonly published: readonly ({
    readonly name: string;
    readonly items: number;
  })[] | null;
  readonly channels: readonly ({
    readonly name: string;
    readonly items: number;
  })[] | null;
};

export interface ReadOpeningInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly query?: {
    readonly asOf?: string;
  };
}
export type ReadOpeningReply = ReadOpening;

export interface OpenBooksInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly query?: {
    readonly dryRun?: "yes" | "no";
  };
  readonly file: SentFile;
}
export type OpenBooksReply = ReadOpening;

export interface CloseBooksInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
}
export type CloseBooksReply = ReadOpening;

export interface ExplainDifferenceInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly body: {
    readonly table: "proactive" | "requests" | "review_litigation";
    readonly row: string;
    readonly column: string;
    readonly agencyId: string;
    readonly reason: string;
  };
}
export type ExplainDifferenceReply = {
  readonly differences: readonly Differences[];
};

export interface ReadPromisesInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
}
export type ReadPromisesReply = ReadPromises;

export interface AnswerPromiseInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly number: number;
  };
  readonly body: {
    readonly version: number;
    readonly state: "done" | "partly" | "not-yet" | null;
    readonly answer: readonly string[];
  };
}
export type AnswerPromiseReply = ReadPromises;

export interface ReadFreezingInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
}
export type ReadFreezingReply = {
  readonly mayFreeze: boolean;
  readonly nextEdition: number;
  readonly refusals: readonly ({
    readonly refusalId: string;
    readonly message: string;
  })[];
  readonly differences: readonly Differences2[] | null;
  readonly texts: readonly ({
    readonly heading: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  })[] | null;
  readonly records: readonly Records[];
};

export interface FreezeReportInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly body: {
    readonly after: number;
    readonly reason: string | null;
  };
}
export type FreezeReportReply = Editions;

export interface ListEditionsInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
}
export type ListEditionsReply = {
  readonly editions: readonly Editions[];
};

export interface ReadEditionInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly edition: number;
  };
}
export type ReadEditionReply = {
  readonly edition: Editions;
  readonly isUnchanged: boolean;
  readonly report: {
    readonly format: string;
    readonly agency: string;
    readonly reportYear: number;
    readonly title: string;
    readonly preface: readonly string[];
    readonly sections: readonly ({
      readonly id: "overview" | "proactive" | "requests" | "review_litigation" | "problems" | "other" | null;
      readonly heading: string;
      readonly paragraphs: readonly string[];
      readonly notes: readonly string[];
    })[];
    readonly cells: readonly ({
      readonly table: "proactive" | "requests" | "review_litigation";
      readonly row: string;
      readonly column: string;
      readonly kind: "number";
      readonly value: number;
      readonly unit?: "万元" | "元";
      readonly note?: string;
    } | {
      readonly table: "proactive" | "requests" | "review_litigation";
      readonly row: string;
      readonly column: string;
      readonly kind: "blank";
    } | {
      readonly table: "proactive" | "requests" | "review_litigation";
      readonly row: string;
      readonly column: string;
      readonly kind: "text";
      readonly text: string;
    })[];
    readonly signOff: {
      readonly agency: string | null;
      readonly on: string | null;
    } | null;
    readonly remarks: readonly string[];
  };
  readonly checks: readonly ({
    readonly fingerprint: string;
    readonly checkId: string;
    readonly severity: string;
    readonly message: string;
  })[];
  readonly reasons: readonly ({
    readonly fingerprint: string;
    readonly reason: string;
    readonly by: string;
  })[];
  readonly correction: {
    readonly reason: string;
    readonly ofHash: string;
    readonly differences: readonly Differences2[];
  } | null;
};

export interface ReleaseReportInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly edition: number;
  };
}
export type ReleaseReportReply = Release;

export interface ReadReportFileInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly edition: number;
    readonly format: "docx" | "pdf" | "html" | "xlsx" | "txt" | "json" | "csv";
  };
}

export interface ReadDraftFileInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly format: "docx" | "pdf" | "html" | "xlsx" | "txt" | "json" | "csv";
  };
}

export interface CompareYearsInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
  };
  readonly query?: {
    readonly years?: number;
  };
}
export type CompareYearsReply = {
  readonly years: readonly ({
    readonly year: number;
    readonly source: "draft" | "edition" | "paper";
  })[];
  readonly cells: readonly ({
    readonly table: "proactive" | "requests" | "review_litigation";
    readonly row: string;
    readonly column: string;
    readonly where: string;
    readonly values: readonly (number | null)[];
  })[];
  readonly sections: readonly ({
    readonly section: "overview" | "proactive" | "requests" | "review_litigation" | "problems" | "other" | null;
    readonly heading: string;
    readonly sentences: number;
    readonly reused: readonly string[];
  })[];
};

export interface ListItemsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
    readonly state?: "none" | "drafting" | "in-review" | "on-hold" | "returned" | "refused" | "approved" | "scheduled" | "published" | "kept" | "withdrawn";
    readonly disclosureItem?: string;
    readonly theme?: string;
    readonly genre?: string;
    readonly year?: number;
    readonly text?: string;
    readonly waiting?: "review" | "draft" | "late";
    readonly validity?: string;
    readonly due?: "publish" | "reassess" | "interpret";
  };
}
export type ListItemsReply = {
  readonly items: readonly ({
    readonly id: string;
    readonly version: number;
    readonly state: "none" | "drafting" | "in-review" | "on-hold" | "returned" | "refused" | "approved" | "scheduled" | "published" | "kept" | "withdrawn";
    readonly stateLabel: string;
    readonly title: string;
    readonly indexNumber: string | null;
    readonly documentNumber: string | null;
    readonly disclosureItem: string | null;
    readonly theme: string | null;
    readonly genre: string | null;
    readonly validity: string | null;
    readonly attribute: "active" | "on-request" | "withheld" | null;
    readonly madeOn: string | null;
    readonly publishedAt: string | null;
    readonly scheduledFor: string | null;
    readonly due: string | null;
    readonly turn: string | null;
    /** UTC 时刻，ISO 8601 */
    readonly changedAt: string;
    readonly isSample: boolean;
  })[];
  readonly next: string | null;
};

export interface ExportItemsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly state?: "none" | "drafting" | "in-review" | "on-hold" | "returned" | "refused" | "approved" | "scheduled" | "published" | "kept" | "withdrawn";
    readonly disclosureItem?: string;
    readonly theme?: string;
    readonly genre?: string;
    readonly year?: number;
    readonly text?: string;
    readonly waiting?: "review" | "draft" | "late";
    readonly validity?: string;
    readonly due?: "publish" | "reassess" | "interpret";
  };
}

export interface DraftItemInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly content: DraftItem;
  };
}
export type DraftItemReply = DraftItem2;

export interface ReadItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
}
export type ReadItemReply = DraftItem2;

export interface ReviseItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly content: DraftItem;
    readonly why?: string | null;
  };
}
export type ReviseItemReply = DraftItem2;

export interface StoreItemAttachmentInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly file: SentFile;
}
export type StoreItemAttachmentReply = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
};

export interface ReadStoredPictureInput {
  readonly params: {
    readonly agencyId: string;
    readonly attachmentId: string;
  };
}

export interface ReadItemAttachmentInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
    readonly attachmentId: string;
  };
}

export interface ScreenItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
  };
}
export type ScreenItemReply = DraftItem2;

export interface ClearHitInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
    readonly hitId: string;
  };
  readonly body: {
    readonly version: number;
    readonly why: string;
  };
}
export type ClearHitReply = DraftItem2;

export interface ClearHitsInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly hitIds: readonly string[];
    readonly why: string;
  };
}
export type ClearHitsReply = DraftItem2;

export interface MaskHitsInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly hitIds: readonly string[];
  };
}
export type MaskHitsReply = DraftItem2;

export interface ListSignersInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ListSignersReply = {
  readonly people: readonly ({
    readonly id: string;
    readonly name: string;
    readonly roles: readonly ("handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator")[];
  })[];
};

export interface SubmitItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
  };
}
export type SubmitItemReply = DraftItem2;

export interface RecallSubmissionInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly why: string;
  };
}
export type RecallSubmissionReply = DraftItem2;

export interface ReviewItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly stepId: string;
    readonly verdict: "approve" | "return" | "refuse" | "hold" | "refer";
    readonly opinion?: string | null;
    readonly checked?: readonly string[];
    readonly referredTo?: string | null;
  };
}
export type ReviewItemReply = DraftItem2;

export interface ReviewSecrecyInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly stepId: string;
    readonly form: {
      readonly carrier: "official-document" | "other";
      readonly ways: readonly ("website" | "wechat" | "weibo" | "video" | "gazette" | "press-conference" | "newspaper" | "broadcast" | "notice-board" | "screen" | "reading-place" | "service-hall" | "village-board" | "other")[];
      readonly intendedOn?: string | null;
      readonly answers: {
        readonly isMarkedSecret: boolean;
        readonly drawsOnSecrets: boolean;
        readonly isWorkSecret: boolean;
        readonly revealsWhenCombined: boolean;
      };
      readonly conclusion: "may-publish" | "may-not" | "refer";
      readonly basis: string;
      readonly referredTo?: string | null;
    };
  };
}
export type ReviewSecrecyReply = DraftItem2;

export interface ScheduleItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly publishAt: string;
  };
}
export type ScheduleItemReply = DraftItem2;

export interface CancelScheduleInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly why: string;
  };
}
export type CancelScheduleReply = DraftItem2;

export interface PublishItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
  };
}
export type PublishItemReply = DraftItem2;

export interface WithdrawItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly authority: string;
    readonly why: string;
  };
}
export type WithdrawItemReply = DraftItem2;

export interface ReassessItemInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly outcome: "stays" | "open";
    readonly why: string;
  };
}
export type ReassessItemReply = DraftItem2;

export interface LinkItemsInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly relation: "interprets" | "repeals" | "amends" | "related";
    readonly targetId: string;
    readonly version: number;
  };
}
export type LinkItemsReply = DraftItem2;

export interface UnlinkItemsInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly relation: "interprets" | "repeals" | "amends" | "related";
    readonly targetId: string;
    readonly version: number;
    readonly why: string;
  };
}
export type UnlinkItemsReply = DraftItem2;

export interface RecordChannelInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly channel: "website" | "wechat" | "weibo" | "video" | "gazette" | "press-conference" | "newspaper" | "broadcast" | "notice-board" | "screen" | "reading-place" | "service-hall" | "village-board" | "other";
    readonly publishedOn: string;
    readonly where?: string | null;
  };
}
export type RecordChannelReply = DraftItem2;

export interface ChangeValidityInput {
  readonly params: {
    readonly agencyId: string;
    readonly itemId: string;
  };
  readonly body: {
    readonly version: number;
    readonly validity: string;
    readonly from: string;
    readonly authority: string;
  };
}
export type ChangeValidityReply = DraftItem2;

export interface ReadCatalogueInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ReadCatalogueReply = {
  readonly items: readonly ({
    readonly id: string;
    readonly text: string;
    readonly shortName: string;
    readonly basis: string;
    readonly published: number;
    readonly drafts: number;
    readonly latestOn: string | null;
    readonly gap: {
      readonly kind: "empty";
      readonly text: string;
    } | {
      readonly kind: "old";
      readonly text: string;
      readonly days: number;
    } | null;
    readonly note: string | null;
  })[];
  /** 不属于任何一项的件数 */
  readonly others: number;
};

export interface ReadPublicationCalendarInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly days?: number;
  };
}
export type ReadPublicationCalendarReply = {
  readonly duties: readonly ({
    readonly kind: "publish" | "interpret" | "reassess" | "scheduled" | "handover";
    readonly itemId: string | null;
    readonly title: string;
    readonly due: string;
    readonly left: number;
    readonly standing: "late" | "near" | "ahead";
    readonly text: string;
    readonly basis: string;
  })[];
};

export interface ReadGuideInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ReadGuideReply = ReadGuide;

export interface WriteGuideInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly version: number;
    readonly guide: {
      readonly classification?: string;
      readonly arrangement?: string;
      readonly obtaining?: string;
      readonly office: {
        readonly name?: string;
        readonly address?: string;
        readonly hours?: string;
        readonly phone?: string;
        readonly fax?: string;
        readonly online?: string;
        readonly postcode?: string;
      };
      readonly channels?: readonly ({
        readonly channel: "in_person" | "registered_mail" | "ordinary_mail" | "online" | "email" | "fax" | "oral";
        readonly where?: string;
        readonly how?: string;
        readonly isOpen: boolean;
      })[];
      readonly procedure?: string;
      readonly fees?: string;
      readonly supervision?: string;
      readonly readingPlaces?: readonly ({
        readonly name?: string;
        readonly address?: string;
        readonly hours?: string;
      })[];
    };
  };
}
export type WriteGuideReply = ReadGuide;

export interface ReadDisclosureRulesInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ReadDisclosureRulesReply = ReadDisclosureRules;

export interface WriteDisclosureRulesInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly version: number;
    readonly rules: {
      readonly entries: readonly ({
        readonly id: string;
        readonly kind: "law" | "national" | "local" | "own";
        readonly title: string;
        readonly documentNumber?: string | null;
        readonly itemId?: string | null;
        readonly address?: string | null;
        readonly blocks?: readonly ({
          readonly kind: "heading";
          readonly level: number;
          readonly text: string;
        } | {
          readonly kind: "paragraph";
          readonly text: string;
          readonly align?: "center" | "right";
        } | {
          readonly kind: "list";
          readonly isNumbered: boolean;
          readonly entries: readonly string[];
        } | Blocks | {
          readonly kind: "picture";
          readonly attachmentId: string;
          readonly alt: string;
        })[];
      })[];
    };
  };
}
export type WriteDisclosureRulesReply = ReadDisclosureRules;

export interface ReadPublishingSettingsInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ReadPublishingSettingsReply = ReadPublishingSettings;

export interface WritePublishingSettingsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly version: number;
    readonly settings: {
      readonly chain: {
        readonly steps: readonly ({
          readonly id: string;
          readonly name: string;
          readonly kind: "opinion" | "secrecy";
          readonly roles: readonly ("handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator")[];
          readonly people?: readonly string[];
          readonly checklist?: readonly ({
            readonly id: string;
            readonly text: string;
          })[];
        })[];
        readonly isOnePersonOneStep?: boolean;
      };
      readonly indexScheme: {
        readonly pattern: string;
        readonly holder: string;
      } | null;
      readonly validityMarks: readonly ({
        readonly id: string;
        readonly name: string;
        readonly meaning?: string;
        readonly aliases: readonly string[];
        readonly isInForce: boolean;
      })[];
      readonly staleAfterDays: number;
      readonly nearWorkingDays: number;
      readonly reassessMonths: number;
      readonly notArising: readonly ({
        readonly disclosureItem: string;
        readonly why: string;
      })[];
      readonly handover: {
        readonly everyMonths: number;
        readonly dueDay: number;
        readonly receivers: readonly ({
          readonly id: string;
          readonly name: string;
        })[];
        readonly contact: string;
      };
      readonly webhooks: readonly ({
        readonly id: string;
        readonly url: string;
        readonly isActive: boolean;
      })[];
    };
  };
}
export type WritePublishingSettingsReply = ReadPublishingSettings;

export interface ReadImportInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly attachmentId: string;
  };
}
export type ReadImportReply = {
  readonly kind: "table" | "folder";
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: number;
  readonly mapping: {
    readonly title: string;
    readonly indexNumber: string | null;
    readonly summary: string | null;
    readonly documentNumber: string | null;
    readonly madeOn: string | null;
    readonly publishedOn: string | null;
    readonly theme: string | null;
    readonly genre: string | null;
    readonly disclosureItem: string | null;
    readonly validity: string | null;
    readonly repealedOn: string | null;
    readonly documentKind: string | null;
    readonly address: string | null;
    readonly text: string | null;
  } | null;
};

export interface ImportItemsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly attachmentId: string;
    readonly mapping?: {
      readonly title: string;
      readonly indexNumber?: string | null;
      readonly summary?: string | null;
      readonly documentNumber?: string | null;
      readonly madeOn?: string | null;
      readonly publishedOn?: string | null;
      readonly theme?: string | null;
      readonly genre?: string | null;
      readonly disclosureItem?: string | null;
      readonly validity?: string | null;
      readonly repealedOn?: string | null;
      readonly documentKind?: string | null;
      readonly address?: string | null;
      readonly text?: string | null;
    } | null;
    readonly as: "draft" | "published";
    /** 压缩包作为已公开的信息导入时的发布日期：统一的一天，或者 as-made（各按成文日期） */
    readonly publishedOn?: "as-made" | string | null;
    readonly isDryRun?: boolean;
  };
}
export type ImportItemsReply = {
  readonly isDryRun: boolean;
  readonly kind: "table" | "folder";
  readonly total: number;
  readonly ready: number;
  readonly written: number;
  readonly lines: readonly ({
    readonly place: string;
    readonly title: string;
    readonly result: "ready" | "doubtful" | "refused" | "written" | "already";
    readonly itemId: string | null;
    readonly content: DraftItem22 | null;
    readonly indexNumber: string | null;
    readonly publishedOn: string | null;
    readonly notes: readonly string[];
  })[];
};

export interface ListHandoversInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ListHandoversReply = {
  readonly items: readonly ListHandovers[];
};

export interface PrepareHandoverInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly receiverId: string;
    readonly from: string;
    readonly to: string;
  };
}
export type PrepareHandoverReply = ListHandovers;

export interface DownloadHandoverInput {
  readonly params: {
    readonly agencyId: string;
    readonly handoverId: string;
  };
  readonly query?: {
    /** 第几卷 */
    readonly part?: number;
  };
}

export interface ReceiptHandoverInput {
  readonly params: {
    readonly agencyId: string;
    readonly handoverId: string;
  };
  readonly body: {
    readonly on: string;
    readonly by: string;
    readonly note?: string | null;
  };
}
export type ReceiptHandoverReply = ListHandovers;

export interface ScreenAttachmentInput {
  readonly params: {
    readonly agencyId: string;
    readonly attachmentId: string;
  };
}
export type ScreenAttachmentReply = ScreenAttachment;

export interface MaskAttachmentInput {
  readonly params: {
    readonly agencyId: string;
    readonly attachmentId: string;
  };
  readonly body: {
    readonly newId: string;
    readonly hitIds: readonly string[];
    readonly remove?: readonly ("properties" | "comments" | "changes" | "hidden" | "embedded")[];
  };
}
export type MaskAttachmentReply = {
  readonly attachment: {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
    readonly madeFrom: string;
  };
  readonly left: ScreenAttachment;
};

export interface RedactAttachmentInput {
  readonly params: {
    readonly agencyId: string;
    readonly attachmentId: string;
  };
  readonly body: {
    readonly newId: string;
    readonly marks: readonly ({
      readonly kind: "area";
      readonly page: number;
      readonly box: {
        readonly left: number;
        readonly top: number;
        readonly right: number;
        readonly bottom: number;
      };
      readonly ground: "denied.state_secret" | "denied.other_law" | "denied.three_safety" | "denied.third_party" | "denied.internal" | "denied.process" | "denied.enforcement_file";
      readonly note?: string;
    } | {
      readonly kind: "term";
      readonly term: string;
      readonly ground: "denied.state_secret" | "denied.other_law" | "denied.three_safety" | "denied.third_party" | "denied.internal" | "denied.process" | "denied.enforcement_file";
      readonly note?: string;
    })[];
    readonly hasLegend?: boolean;
  };
}
export type RedactAttachmentReply = {
  readonly attachment: {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
    readonly madeFrom: string;
  };
  readonly pages: number;
  readonly boxes: number;
  readonly summary: readonly string[];
  readonly parts: readonly ({
    readonly part: string;
    readonly outcome: "denied.state_secret" | "denied.other_law" | "denied.three_safety" | "denied.third_party" | "denied.internal" | "denied.process" | "denied.enforcement_file";
  })[];
  readonly elsewhere: readonly ({
    readonly text: string;
    readonly page: number;
  })[];
  readonly unseen: readonly number[];
};

export interface FindInAttachmentInput {
  readonly params: {
    readonly agencyId: string;
    readonly attachmentId: string;
  };
  readonly body: {
    readonly term: string;
  };
}
export type FindInAttachmentReply = {
  readonly areas: readonly ({
    readonly page: number;
    readonly box: {
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    };
  })[];
};

export interface DrawAttachmentPageInput {
  readonly params: {
    readonly agencyId: string;
    readonly attachmentId: string;
    readonly page: number;
  };
  readonly query?: {
    readonly dpi?: number;
  };
}

export interface ReadAttachmentPageInput {
  readonly params: {
    readonly agencyId: string;
    readonly attachmentId: string;
    readonly page: number;
  };
}
export type ReadAttachmentPageReply = {
  readonly page: number;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly ({
    readonly text: string;
    readonly box: {
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    };
  })[];
};

export interface ListWebhooksInput {
  readonly params: {
    readonly agencyId: string;
  };
}
export type ListWebhooksReply = {
  readonly hooks: readonly ({
    readonly id: string;
    readonly url: string;
    readonly isActive: boolean;
    /** 主机是否在系统允许推送的主机之列；不在的不推送 */
    readonly isHostAllowed: boolean;
    /** 现在的密钥从何时起使用；没有密钥的不推送 */
    readonly secretSince: string | null;
    /** 更换密钥后，原密钥同时签名到何时 */
    readonly changeoverUntil: string | null;
    /** 还没有送达的消息数，最多数到 1000 */
    readonly open: number;
  })[];
  readonly hosts: readonly ({
    readonly host: string;
    /** 在本单位内部网络里；不写明的，指向内部地址就不推送 */
    readonly mayBePrivate: boolean;
  })[];
};

export interface AddWebhookInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly body: {
    readonly url: string;
  };
}
export type AddWebhookReply = {
  readonly id: string;
  /** 签名密钥；只在这里给出一次 */
  readonly secret: string;
};

export interface ChangeWebhookInput {
  readonly params: {
    readonly agencyId: string;
    readonly hookId: string;
  };
  readonly body: {
    readonly url: string;
    readonly isActive: boolean;
  };
}

export interface RemoveWebhookInput {
  readonly params: {
    readonly agencyId: string;
    readonly hookId: string;
  };
}

export interface RenewWebhookSecretInput {
  readonly params: {
    readonly agencyId: string;
    readonly hookId: string;
  };
  readonly body: Readonly<Record<string, unknown>>;
}
export type RenewWebhookSecretReply = {
  /** 签名密钥；只在这里给出一次 */
  readonly secret: string;
};

export interface TryWebhookInput {
  readonly params: {
    readonly agencyId: string;
    readonly hookId: string;
  };
  readonly body: Readonly<Record<string, unknown>>;
}
export type TryWebhookReply = {
  readonly isDone: boolean;
  readonly detail: string;
};

export interface ListDeliveriesInput {
  readonly params: {
    readonly agencyId: string;
    readonly hookId: string;
  };
  readonly query?: {
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
  };
}
export type ListDeliveriesReply = {
  readonly items: readonly ListDeliveries[];
  readonly next: string | null;
};

export interface RetryDeliveryInput {
  readonly params: {
    readonly agencyId: string;
    readonly hookId: string;
    readonly messageId: string;
  };
  readonly body: Readonly<Record<string, unknown>>;
}
export type RetryDeliveryReply = ListDeliveries;

export type ReadWebhookHostsReply = ReadWebhookHosts;

export interface WriteWebhookHostsInput {
  readonly body: {
    readonly version: number;
    readonly hosts: readonly ({
      readonly host: string;
      /** 在本单位内部网络里；不写明的，指向内部地址就不推送 */
      readonly mayBePrivate?: boolean;
    })[];
  };
}
export type WriteWebhookHostsReply = ReadWebhookHosts;

export type ReadSystemStateReply = SystemState;

export interface MakeBackupInput {
  readonly body: Readonly<Record<string, unknown>>;
}
export type MakeBackupReply = {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly rows: number;
};

export interface DownloadBackupInput {
  readonly params: {
    readonly name: string;
  };
}

export type ListAgenciesReply = {
  readonly today: string;
  readonly items: readonly ({
    readonly id: string;
    readonly name: string;
    readonly kind: {
      readonly code: string;
      readonly label: string;
    };
    readonly level: {
      readonly code: string;
      readonly label: string;
    };
    readonly parentId: string | null;
    readonly creditCode: string | null;
    /** 现有、将来成立、已经撤并 */
    readonly standing: "living" | "later" | "ended";
    readonly successor: {
      readonly id: string;
      readonly name: string;
      readonly from: string;
    } | null;
    /** 没有办完的申请 */
    readonly openCases: number;
    readonly version: number;
  })[];
};

export interface ViewAgencyInput {
  readonly params: {
    readonly changedId: string;
  };
}
export type ViewAgencyReply = Agency;

export interface AddAgencyInput {
  readonly body: {
    /** 编号 */
    readonly id: string;
    /** 类别 */
    readonly kind: "provincial-government" | "local-government" | "local-department" | "dispatched-authority" | "dispatched-office" | "authorised-organization" | "central-department" | "vertical-organ" | "judicial-department";
    /** 级别 */
    readonly level: "central" | "province" | "city" | "county" | "town";
    /** 机关全称 */
    readonly name: string;
    /** 统一社会信用代码 */
    readonly creditCode?: string;
    /** 上级 */
    readonly parentId: string | null;
    /** 从哪天起 */
    readonly from: string;
  };
}
export type AddAgencyReply = Agency;

export interface ChangeAgencyInput {
  readonly params: {
    readonly changedId: string;
  };
  readonly body: {
    readonly version: number;
    /** 自哪天起 */
    readonly on: string;
    readonly act: {
      readonly kind: "rename";
      /** 新名称 */
      readonly name: string;
      /** 统一社会信用代码 */
      readonly creditCode?: string | null;
    } | {
      readonly kind: "move";
      /** 新的上级 */
      readonly parentId: string | null;
    } | {
      readonly kind: "merge";
      /** 并入的机关 */
      readonly into: string;
    } | {
      readonly kind: "split";
      /** 分立出的机关 */
      readonly parts: readonly ({
        /** 编号 */
        readonly id: string;
        /** 类别 */
        readonly kind: "provincial-government" | "local-government" | "local-department" | "dispatched-authority" | "dispatched-office" | "authorised-organization" | "central-department" | "vertical-organ" | "judicial-department";
        /** 级别 */
        readonly level: "central" | "province" | "city" | "county" | "town";
        /** 机关全称 */
        readonly name: string;
        /** 统一社会信用代码 */
        readonly creditCode?: string;
      })[];
      /** 由其中哪一个承继；null：原机关继续存在 */
      readonly successorId: string | null;
    };
    /** 依据 */
    readonly reason: string;
  };
}
export type ChangeAgencyReply = Agency;

export interface ReadStatisticsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly year: number;
  };
}
export type ReadStatisticsReply = {
  readonly year: number;
  readonly until: string;
  readonly firstYear: number;
  readonly standing: {
    readonly received: number;
    readonly closed: number;
    readonly closedLate: number;
    readonly extended: number;
    readonly open: number;
    readonly openLate: number;
    readonly cases: number;
    readonly median: number | null;
    readonly mean: number | null;
    readonly ninth: number | null;
  };
  readonly months: readonly ({
    readonly month: string;
    readonly received: number;
    readonly closed: number;
    readonly published: number;
  })[];
  readonly channels: readonly ({
    readonly code: string;
    readonly label: string;
    readonly count: number;
  })[];
  readonly requesters: readonly ({
    readonly code: string;
    readonly label: string;
    readonly count: number;
  })[];
  readonly outcomes: readonly ({
    readonly code: string;
    readonly label: string;
    readonly count: number;
  })[];
  readonly days: readonly ({
    readonly days: number;
    readonly count: number;
    readonly late: number;
  })[];
  readonly stages: readonly ({
    readonly stage: "allocation" | "consultation" | "drafting" | "writing" | "signing" | "service";
    readonly label: string;
    readonly cases: number;
    readonly median: number | null;
    readonly mean: number | null;
    readonly ninth: number | null;
    readonly share: number | null;
  })[];
  readonly units: readonly ({
    readonly name: string;
    readonly cases: number;
    readonly median: number | null;
    readonly mean: number | null;
    readonly ninth: number | null;
  })[];
  readonly reviews: readonly ({
    readonly kind: "reconsideration" | "litigation";
    readonly label: string;
    readonly filed: number;
    readonly upheld: number;
    readonly corrected: number;
    readonly other: number;
    readonly pending: number;
  })[];
  readonly corrected: readonly ({
    readonly code: string;
    readonly label: string;
    readonly count: number;
  })[];
  readonly published: readonly ({
    readonly item: string;
    readonly label: string;
    readonly months: readonly number[];
    readonly total: number;
  })[];
};

export interface ExportStatisticsInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly year: number;
  };
}

export interface ReadAgenciesBelowInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly year: number;
  };
}
export type ReadAgenciesBelowReply = {
  readonly year: number;
  readonly reportYear: number;
  readonly agencies: readonly ({
    readonly agencyId: string;
    readonly name: string;
    readonly received: number;
    readonly closed: number;
    readonly closedLate: number;
    readonly extended: number;
    readonly open: number;
    readonly openLate: number;
    readonly cases: number;
    readonly median: number | null;
    readonly mean: number | null;
    readonly ninth: number | null;
    readonly published: number;
    readonly report: "released" | "frozen" | "none";
    readonly reportDeadline: string | null;
  })[];
};

export interface ExportAgenciesBelowInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query: {
    readonly year: number;
  };
}

export interface ListNoticesInput {
  readonly query?: {
    /** 上一页给出的 next；第一页不填 */
    readonly cursor?: string;
    /** 每页条数，1–200 */
    readonly limit?: number;
  };
}
export type ListNoticesReply = {
  readonly unread: number;
  readonly items: readonly Notice[];
  readonly next: string | null;
};

export interface MarkNoticesReadInput {
  readonly body: {
    readonly ids?: readonly number[] | null;
  };
}

export interface ExportTodayInput {
  readonly params: {
    readonly agencyId: string;
  };
  readonly query?: {
    readonly group?: "late" | "soon" | "us" | "waiting" | "to-serve" | "to-archive" | "from-portal";
    readonly handler?: string;
  };
}

export interface ExportReportCellInput {
  readonly params: {
    readonly agencyId: string;
    readonly year: number;
    readonly table: "proactive" | "requests" | "review_litigation";
    readonly row: string;
    readonly column: string;
  };
  readonly query?: {
    readonly asOf?: string;
    readonly edition?: number;
  };
}

export interface ExportAccountsInput {
  readonly query?: {
    readonly search?: string;
    readonly role?: "handler" | "reviewer" | "secrecy-reviewer" | "head" | "supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
  };
}

export interface ExportCatalogueInput {
  readonly params: {
    readonly agencyId: string;
  };
}

export interface ExportReviewsInput {
  readonly params: {
    readonly agencyId: string;
  };
}

export interface ExportHandoversInput {
  readonly params: {
    readonly agencyId: string;
  };
}

export interface ExportReportsInput {
  readonly params: {
    readonly agencyId: string;
  };
}

export interface ExportTokensInput {
  readonly params: {
    readonly agencyId: string;
  };
}


export interface ClientOptions {
  /** Where the office is served: "https://office.example.gov.cn". */
  readonly baseUrl: string;
  /** An access token, made by the security administrator. */
  readonly token: string;
}

interface Given {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: SentFile;
}

export class YangguangClient {
  readonly #baseUrl: string;
  readonly #token: string;

  constructor({ baseUrl, token }: ClientOptions) {
    this.#baseUrl = baseUrl.replace(/\/+$/, "");
    this.#token = token;
  }

  /** 我是谁：登录到了哪一步，在哪些机关担任什么角色。权限：任何人（不必登录） */
  readSignIn(options: CallOptions = {}): Promise<ReadSignInReply> {
    return this.#json("GET", "/sign-in", {}, options);
  }

  /** 用用户名和密码登录；stage 不是 full 时按它继续下一步。权限：任何人（不必登录） */
  signIn(input: SignInInput, options: CallOptions = {}): Promise<SignInReply> {
    return this.#json("POST", "/sign-in", input, options);
  }

  /** 退出登录。权限：任何已登录的人员（signed-in） */
  signOut(options: CallOptions = {}): Promise<void> {
    return this.#nothing("DELETE", "/sign-in", {}, options);
  }

  /** 登录的第二步：动态口令或者恢复码。权限：任何已登录的人员（signed-in） */
  verifySecondFactor(input: VerifySecondFactorInput, options: CallOptions = {}): Promise<VerifySecondFactorReply> {
    return this.#json("POST", "/sign-in/second-factor", input, options);
  }

  /** 修改自己的密码；其他地方的登录随之退出。权限：任何已登录的人员（signed-in） */
  changePassword(input: ChangePasswordInput, options: CallOptions = {}): Promise<ChangePasswordReply> {
    return this.#json("PUT", "/sign-in/password", input, options);
  }

  /** 开始启用动态口令：给出二维码的内容。权限：任何已登录的人员（signed-in） */
  beginSecondFactor(options: CallOptions = {}): Promise<BeginSecondFactorReply> {
    return this.#json("POST", "/sign-in/second-factor/enrolment", {}, options);
  }

  /** 输入一个动态口令完成启用，得到恢复码（只显示这一次）。权限：任何已登录的人员（signed-in） */
  confirmSecondFactor(input: ConfirmSecondFactorInput, options: CallOptions = {}): Promise<ConfirmSecondFactorReply> {
    return this.#json("PUT", "/sign-in/second-factor/enrolment", input, options);
  }

  /** 停用自己的动态口令，须输入密码。权限：任何已登录的人员（signed-in） */
  removeSecondFactor(input: RemoveSecondFactorInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("POST", "/sign-in/second-factor/removal", input, options);
  }

  /** 我在哪些地方登录着。权限：任何已登录的人员（signed-in） */
  listOwnSessions(options: CallOptions = {}): Promise<ListOwnSessionsReply> {
    return this.#json("GET", "/sign-in/sessions", {}, options);
  }

  /** 退出我的全部登录。权限：任何已登录的人员（signed-in） */
  signOutEverywhere(options: CallOptions = {}): Promise<void> {
    return this.#nothing("DELETE", "/sign-in/sessions", {}, options);
  }

  /** 与我有关的机关：我任职的，以及我主管的下级机关。权限：任何已登录的人员（signed-in） */
  listOwnAgencies(options: CallOptions = {}): Promise<ListOwnAgenciesReply> {
    return this.#json("GET", "/own-agencies", {}, options);
  }

  /** 转到统一身份认证（OpenID Connect）登录。权限：任何人（不必登录） */
  beginExternalSignIn(input: BeginExternalSignInInput = {}, options: CallOptions = {}): Promise<void> {
    return this.#nothing("GET", "/sign-in/external", input, options);
  }

  /** 从统一身份认证回来。权限：任何人（不必登录） */
  finishExternalSignIn(input: FinishExternalSignInInput = {}, options: CallOptions = {}): Promise<void> {
    return this.#nothing("GET", "/sign-in/external/return", input, options);
  }

  /** 账号。权限：管理账号和权限（accounts:manage） */
  listAccounts(input: ListAccountsInput = {}, options: CallOptions = {}): Promise<ListAccountsReply> {
    return this.#json("GET", "/accounts", input, options);
  }

  /** 建立账号，得到一次性密码（只显示这一次）。权限：管理账号和权限（accounts:manage） */
  addAccount(input: AddAccountInput, options: CallOptions = {}): Promise<AddAccountReply> {
    return this.#json("POST", "/accounts", input, options);
  }

  /** 一个账号。权限：管理账号和权限（accounts:manage） */
  readAccount(input: ReadAccountInput, options: CallOptions = {}): Promise<ReadAccountReply> {
    return this.#json("GET", "/accounts/{accountId}", input, options);
  }

  /** 修改账号、角色，停用或者恢复。权限：管理账号和权限（accounts:manage） */
  changeAccount(input: ChangeAccountInput, options: CallOptions = {}): Promise<ChangeAccountReply> {
    return this.#json("PUT", "/accounts/{accountId}", input, options);
  }

  /** 重置密码：得到一次性密码（只显示这一次），解除锁定，退出全部登录。权限：管理账号和权限（accounts:manage） */
  resetPassword(input: ResetPasswordInput, options: CallOptions = {}): Promise<ResetPasswordReply> {
    return this.#json("POST", "/accounts/{accountId}/password", input, options);
  }

  /** 让一个账号退出全部登录。权限：管理账号和权限（accounts:manage） */
  signOutAccount(input: SignOutAccountInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("DELETE", "/accounts/{accountId}/sessions", input, options);
  }

  /** 关联统一身份认证中的身份（sub）。权限：管理账号和权限（accounts:manage） */
  linkIdentity(input: LinkIdentityInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("POST", "/accounts/{accountId}/links", input, options);
  }

  /** 取消关联。权限：管理账号和权限（accounts:manage） */
  unlinkIdentity(input: UnlinkIdentityInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("POST", "/accounts/{accountId}/links/removal", input, options);
  }

  /** 其他系统的访问令牌。权限：管理账号和权限（accounts:manage） */
  listTokens(input: ListTokensInput, options: CallOptions = {}): Promise<ListTokensReply> {
    return this.#json("GET", "/agencies/{agencyId}/tokens", input, options);
  }

  /** 为其他系统签发访问令牌（只显示这一次）。权限：管理账号和权限（accounts:manage） */
  makeToken(input: MakeTokenInput, options: CallOptions = {}): Promise<MakeTokenReply> {
    return this.#json("POST", "/agencies/{agencyId}/tokens", input, options);
  }

  /** 撤销访问令牌，立即生效。权限：管理账号和权限（accounts:manage） */
  revokeToken(input: RevokeTokenInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("DELETE", "/agencies/{agencyId}/tokens/{tokenId}", input, options);
  }

  /** 登录与密码的规则。权限：管理账号和权限（accounts:manage） */
  readSignInPolicy(options: CallOptions = {}): Promise<ReadSignInPolicyReply> {
    return this.#json("GET", "/sign-in-policy", {}, options);
  }

  /** 修改登录与密码的规则。权限：管理账号和权限（accounts:manage） */
  changeSignInPolicy(input: ChangeSignInPolicyInput, options: CallOptions = {}): Promise<ChangeSignInPolicyReply> {
    return this.#json("PUT", "/sign-in-policy", input, options);
  }

  /** 我的安全密钥。权限：任何已登录的人员（signed-in） */
  listSecurityKeys(options: CallOptions = {}): Promise<ListSecurityKeysReply> {
    return this.#json("GET", "/sign-in/security-keys", {}, options);
  }

  /** 开始登记一把安全密钥（WebAuthn）：交给浏览器的内容，三分钟内有效一次。权限：任何已登录的人员（signed-in） */
  beginSecurityKey(options: CallOptions = {}): Promise<BeginSecurityKeyReply> {
    return this.#json("POST", "/sign-in/security-keys/enrolment", {}, options);
  }

  /** 登记安全密钥；它是第一种第二步验证时得到恢复码（只显示这一次）。权限：任何已登录的人员（signed-in） */
  confirmSecurityKey(input: ConfirmSecurityKeyInput, options: CallOptions = {}): Promise<ConfirmSecurityKeyReply> {
    return this.#json("PUT", "/sign-in/security-keys/enrolment", input, options);
  }

  /** 登录的第二步用安全密钥：请密钥签名的内容，三分钟内有效一次。权限：任何已登录的人员（signed-in） */
  beginKeySignIn(options: CallOptions = {}): Promise<BeginKeySignInReply> {
    return this.#json("POST", "/sign-in/security-keys/challenge", {}, options);
  }

  /** 登录的第二步：安全密钥的签名。权限：任何已登录的人员（signed-in） */
  verifyKeySignIn(input: VerifyKeySignInInput, options: CallOptions = {}): Promise<VerifyKeySignInReply> {
    return this.#json("POST", "/sign-in/security-keys/verification", input, options);
  }

  /** 停用一把安全密钥，须输入密码；规则要求第二步验证时不能停用最后一种。权限：任何已登录的人员（signed-in） */
  removeSecurityKey(input: RemoveSecurityKeyInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("POST", "/sign-in/security-keys/{keyId}/removal", input, options);
  }

  /** 查审计日志：谁、何时、做了什么，前后有何变化；新的在前。权限：查看、核对、导出审计日志（audit:read） */
  searchAudit(input: SearchAuditInput = {}, options: CallOptions = {}): Promise<SearchAuditReply> {
    return this.#json("GET", "/audit/entries", input, options);
  }

  /** 审计日志的类别。权限：查看、核对、导出审计日志（audit:read） */
  listAuditKinds(options: CallOptions = {}): Promise<ListAuditKindsReply> {
    return this.#json("GET", "/audit/kinds", {}, options);
  }

  /** 逐条核对日志链和所记内容，指出每条链上第一处断点。权限：查看、核对、导出审计日志（audit:read） */
  verifyAudit(input: VerifyAuditInput, options: CallOptions = {}): Promise<VerifyAuditReply> {
    return this.#json("POST", "/audit/verification", input, options);
  }

  /** 导出查到的审计日志：xlsx、csv 或者 jsonl；导出本身也记入日志。权限：查看、核对、导出审计日志（audit:read） */
  exportAudit(input: ExportAuditInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/audit/export/{format}", input, options);
  }

  /** 今日待办：按法定期限排列，写明每个期限如何算出、在等谁。权限：查看申请案卷（cases:read） */
  readToday(input: ReadTodayInput, options: CallOptions = {}): Promise<ReadTodayReply> {
    return this.#json("GET", "/agencies/{agencyId}/today", input, options);
  }

  /** 申请台账：按状态、结果、渠道、类别、时间和文字查找。权限：查看申请案卷（cases:read） */
  listCases(input: ListCasesInput, options: CallOptions = {}): Promise<ListCasesReply> {
    return this.#json("GET", "/agencies/{agencyId}/cases", input, options);
  }

  /** 按证件号码或者姓名、名称查找申请人的申请（只在请求正文中，不进入地址和日志）。权限：登记和办理申请（cases:handle） */
  findCasesOfRequester(input: FindCasesOfRequesterInput, options: CallOptions = {}): Promise<FindCasesOfRequesterReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/of-requester", input, options);
  }

  /** 导出申请台账（xlsx），范围与查找条件相同。权限：查看申请案卷（cases:read） */
  exportCases(input: ExportCasesInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/cases.xlsx", input, options);
  }

  /** 导入纸质年份的申请台账（xlsx、csv）：先试读，全部无误再写入。权限：登记和办理申请（cases:handle） */
  importCases(input: ImportCasesInput, options: CallOptions = {}): Promise<ImportCasesReply> {
    return this.#json("POST", "/agencies/{agencyId}/case-imports", input, options);
  }

  /** 登记前核对：证件号码、同一申请人、相似申请、下一个编号。权限：登记和办理申请（cases:handle） */
  checkRegistration(input: CheckRegistrationInput, options: CallOptions = {}): Promise<CheckRegistrationReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/check", input, options);
  }

  /** 登记申请：编号、收到、确认；一封信可拆为多件。权限：登记和办理申请（cases:handle） */
  registerRequest(input: RegisterRequestInput, options: CallOptions = {}): Promise<RegisterRequestReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases", input, options);
  }

  /** 案卷全貌：经过、期限推算、现在可以做什么、为什么不能做什么。权限：查看申请案卷（cases:read） */
  viewCase(input: ViewCaseInput, options: CallOptions = {}): Promise<ViewCaseReply> {
    return this.#json("GET", "/agencies/{agencyId}/cases/{caseId}", input, options);
  }

  /** 查看申请人完整身份信息，写明用途并留痕。权限：登记和办理申请（cases:handle） */
  showRequester(input: ShowRequesterInput, options: CallOptions = {}): Promise<ShowRequesterReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/requester", input, options);
  }

  /** 试办一步：不写入，只说明能否办理、期限如何变化。权限：登记和办理申请（cases:handle） */
  tryCaseStep(input: TryCaseStepInput, options: CallOptions = {}): Promise<TryCaseStepReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/steps/try", input, options);
  }

  /** 办理一步：受理、补正、征求意见、延期、决定、送达、撤回、归档等。权限：登记和办理申请（cases:handle） */
  takeCaseStep(input: TakeCaseStepInput, options: CallOptions = {}): Promise<TakeCaseStepReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/steps", input, options);
  }

  /** 更正一条记录：原记录保留，写明理由。权限：批准延期、决定和更正（cases:approve） */
  correctCaseEvent(input: CorrectCaseEventInput, options: CallOptions = {}): Promise<CorrectCaseEventReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/corrections", input, options);
  }

  /** 办理结果的法律问题：按已有回答给出下一问，或者表三的一行及其依据、证据、救济。权限：查看申请案卷（cases:read） */
  askOutcome(input: AskOutcomeInput, options: CallOptions = {}): Promise<AskOutcomeReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/outcome", input, options);
  }

  /** 一事一申请：把一封信拆为多件，第一件沿用本件。权限：登记和办理申请（cases:handle） */
  splitCase(input: SplitCaseInput, options: CallOptions = {}): Promise<SplitCaseReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/split", input, options);
  }

  /** 关联另一件申请（重复申请、多人申请同一信息、有关联），或者取消关联。权限：登记和办理申请（cases:handle） */
  linkCases(input: LinkCasesInput, options: CallOptions = {}): Promise<LinkCasesReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/links", input, options);
  }

  /** 相似的申请和已公开的信息，供人判断。权限：查看申请案卷（cases:read） */
  findSimilarCases(input: FindSimilarCasesInput, options: CallOptions = {}): Promise<FindSimilarCasesReply> {
    return this.#json("GET", "/agencies/{agencyId}/cases/{caseId}/similar", input, options);
  }

  /** 上传附件：内容须与扩展名相符。权限：登记和办理申请（cases:handle） */
  attachFile(input: AttachFileInput, options: CallOptions = {}): Promise<AttachFileReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/attachments", input, options);
  }

  /** 查看附件。权限：查看申请案卷（cases:read） */
  readAttachment(input: ReadAttachmentInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/cases/{caseId}/attachments/{attachmentId}", input, options);
  }

  /** 申请以外的待办：复议、诉讼待答复，稿件待我审核，应公开、解读、再次评估，年度报告；没有的和无权看的不列。权限：查看申请案卷（cases:read） */
  readAlsoDue(input: ReadAlsoDueInput, options: CallOptions = {}): Promise<ReadAlsoDueReply> {
    return this.#json("GET", "/agencies/{agencyId}/also-due", input, options);
  }

  /** 没有登记为申请的网上来件：打不开的、等人核对的、等待自动登记的；另可查不予登记的。权限：查看申请案卷（cases:read） */
  listSubmissions(input: ListSubmissionsInput, options: CallOptions = {}): Promise<ListSubmissionsReply> {
    return this.#json("GET", "/agencies/{agencyId}/submissions", input, options);
  }

  /** 没有登记为申请的网上来件各有几份。权限：查看申请案卷（cases:read） */
  countSubmissions(input: CountSubmissionsInput, options: CallOptions = {}): Promise<CountSubmissionsReply> {
    return this.#json("GET", "/agencies/{agencyId}/submission-counts", input, options);
  }

  /** 打开一份网上来件：能读出的内容、附件名、为什么没有登记、怎么办。权限：查看申请案卷（cases:read） */
  viewSubmission(input: ViewSubmissionInput, options: CallOptions = {}): Promise<ViewSubmissionReply> {
    return this.#json("GET", "/agencies/{agencyId}/submissions/{submissionNumber}", input, options);
  }

  /** 看过以后登记为申请；打不开的再打开一次。权限：登记和办理申请（cases:handle） */
  registerSubmission(input: RegisterSubmissionInput, options: CallOptions = {}): Promise<RegisterSubmissionReply> {
    return this.#json("POST", "/agencies/{agencyId}/submissions/{submissionNumber}/register", input, options);
  }

  /** 不予登记：不是申请，理由告知凭回执查询的人；内容保留，随时可以改为登记。权限：登记和办理申请（cases:handle） */
  setAsideSubmission(input: SetAsideSubmissionInput, options: CallOptions = {}): Promise<SetAsideSubmissionReply> {
    return this.#json("POST", "/agencies/{agencyId}/submissions/{submissionNumber}/set-aside", input, options);
  }

  /** 公开平台上的答复：别人写类似申请时看得到；可以只看一件申请的。权限：查看申请案卷（cases:read） */
  listPublishedAnswers(input: ListPublishedAnswersInput, options: CallOptions = {}): Promise<ListPublishedAnswersReply> {
    return this.#json("GET", "/agencies/{agencyId}/published-answers", input, options);
  }

  /** 把一件申请的答复改写后公开，或者修改；写了申请人或者个人信息的不能公开。权限：批准延期、决定和更正（cases:approve） */
  publishCaseAnswer(input: PublishCaseAnswerInput, options: CallOptions = {}): Promise<PublishCaseAnswerReply> {
    return this.#json("PUT", "/agencies/{agencyId}/cases/{caseId}/published-answers/{answerId}", input, options);
  }

  /** 撤回公开平台上的一条答复，写明理由。权限：撤回已公开的信息（items:withdraw） */
  withdrawPublishedAnswer(input: WithdrawPublishedAnswerInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("POST", "/agencies/{agencyId}/published-answers/{answerId}/withdraw", input, options);
  }

  /** 行政复议和行政诉讼案件。权限：查看申请案卷（cases:read） */
  listProceedings(input: ListProceedingsInput, options: CallOptions = {}): Promise<ListProceedingsReply> {
    return this.#json("GET", "/agencies/{agencyId}/proceedings", input, options);
  }

  /** 导出行政复议和行政诉讼案件，xlsx。权限：查看申请案卷（cases:read） */
  exportProceedings(input: ExportProceedingsInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/proceedings/export", input, options);
  }

  /** 登记行政复议或者行政诉讼。权限：登记和办理申请（cases:handle） */
  openProceeding(input: OpenProceedingInput, options: CallOptions = {}): Promise<OpenProceedingReply> {
    return this.#json("POST", "/agencies/{agencyId}/proceedings", input, options);
  }

  /** 复议、诉讼案卷：经过、期限、现在可以做什么。权限：查看申请案卷（cases:read） */
  viewProceeding(input: ViewProceedingInput, options: CallOptions = {}): Promise<ViewProceedingReply> {
    return this.#json("GET", "/agencies/{agencyId}/proceedings/{proceedingId}", input, options);
  }

  /** 登记复议、诉讼的一步：通知、答复、中止、审结、上诉，或者更正（负责人）。权限：登记和办理申请（cases:handle） */
  takeProceedingStep(input: TakeProceedingStepInput, options: CallOptions = {}): Promise<TakeProceedingStepReply> {
    return this.#json("POST", "/agencies/{agencyId}/proceedings/{proceedingId}/steps", input, options);
  }

  /** 本件可以出具哪些文书，还要填写什么，不能出具的为什么。权限：登记和办理申请（cases:handle） */
  listPossibleLetters(input: ListPossibleLettersInput, options: CallOptions = {}): Promise<ListPossibleLettersReply> {
    return this.#json("GET", "/agencies/{agencyId}/cases/{caseId}/possible-letters", input, options);
  }

  /** 预览文书：不写入、不占文号，固定文字与填写文字分开。权限：登记和办理申请（cases:handle） */
  previewLetter(input: PreviewLetterInput, options: CallOptions = {}): Promise<PreviewLetterReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/letters/preview", input, options);
  }

  /** 签发文书：办理步骤、文号、docx、pdf 一并写入，任何一项不成则都不写入。权限：签发文书（letters:issue） */
  issueLetter(input: IssueLetterInput, options: CallOptions = {}): Promise<IssueLetterReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/letters", input, options);
  }

  /** 本件已经发出的文书，附文件和送达日期。权限：查看申请案卷（cases:read） */
  listLetters(input: ListLettersInput, options: CallOptions = {}): Promise<ListLettersReply> {
    return this.#json("GET", "/agencies/{agencyId}/cases/{caseId}/letters", input, options);
  }

  /** 下载文书（docx 或 pdf）。权限：登记和办理申请（cases:handle） */
  downloadLetter(input: DownloadLetterInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/cases/{caseId}/letters/{id}/{format}", input, options);
  }

  /** 登记文书送达并生成送达回证；送达答复即送达本件。权限：登记和办理申请（cases:handle） */
  serveIssuedLetter(input: ServeIssuedLetterInput, options: CallOptions = {}): Promise<ServeIssuedLetterReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/letters/{letter}/service", input, options);
  }

  /** 文书设置：机关代字、承办机构、联系方式、复议机关等。权限：设置机关信息、指南和审核流程（agency:configure） */
  readLetterSettings(input: ReadLetterSettingsInput, options: CallOptions = {}): Promise<ReadLetterSettingsReply> {
    return this.#json("GET", "/agencies/{agencyId}/letter-settings", input, options);
  }

  /** 修改文书设置。权限：设置机关信息、指南和审核流程（agency:configure） */
  recordLetterSettings(input: RecordLetterSettingsInput, options: CallOptions = {}): Promise<RecordLetterSettingsReply> {
    return this.#json("PUT", "/agencies/{agencyId}/letter-settings", input, options);
  }

  /** 等我签发和退回我修改的文书草稿，期限最近的在前。权限：登记和办理申请（cases:handle） */
  listWaitingLetterDrafts(input: ListWaitingLetterDraftsInput, options: CallOptions = {}): Promise<ListWaitingLetterDraftsReply> {
    return this.#json("GET", "/agencies/{agencyId}/letter-drafts", input, options);
  }

  /** 本件的文书草稿：在谁手里、从什么时候起；以及可以签发文书的人。权限：登记和办理申请（cases:handle） */
  listLetterDrafts(input: ListLetterDraftsInput, options: CallOptions = {}): Promise<ListLetterDraftsReply> {
    return this.#json("GET", "/agencies/{agencyId}/cases/{caseId}/letter-drafts", input, options);
  }

  /** 一份文书草稿的内容。权限：登记和办理申请（cases:handle） */
  readLetterDraft(input: ReadLetterDraftInput, options: CallOptions = {}): Promise<ReadLetterDraftReply> {
    return this.#json("GET", "/agencies/{agencyId}/cases/{caseId}/letter-drafts/{letterId}", input, options);
  }

  /** 保存文书草稿（加密存放，不计入台账）；已经送签的，只有签发人可以改。权限：登记和办理申请（cases:handle） */
  saveLetterDraft(input: SaveLetterDraftInput, options: CallOptions = {}): Promise<SaveLetterDraftReply> {
    return this.#json("PUT", "/agencies/{agencyId}/cases/{caseId}/letter-drafts/{letterId}", input, options);
  }

  /** 送签：交给可以签发的人，或者其中指定的一人。权限：登记和办理申请（cases:handle） */
  submitLetterDraft(input: SubmitLetterDraftInput, options: CallOptions = {}): Promise<SubmitLetterDraftReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/letter-drafts/{letterId}/submission", input, options);
  }

  /** 取回：送签的人在签发以前收回草稿。权限：登记和办理申请（cases:handle） */
  takeBackLetterDraft(input: TakeBackLetterDraftInput, options: CallOptions = {}): Promise<TakeBackLetterDraftReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/letter-drafts/{letterId}/taking-back", input, options);
  }

  /** 退回修改：签发人把草稿退给送签的人，写明原因。权限：签发文书（letters:issue） */
  returnLetterDraft(input: ReturnLetterDraftInput, options: CallOptions = {}): Promise<ReturnLetterDraftReply> {
    return this.#json("POST", "/agencies/{agencyId}/cases/{caseId}/letter-drafts/{letterId}/return", input, options);
  }

  /** 作废：删除不再需要的草稿。权限：登记和办理申请（cases:handle） */
  dropLetterDraft(input: DropLetterDraftInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("POST", "/agencies/{agencyId}/cases/{caseId}/letter-drafts/{letterId}/dropping", input, options);
  }

  /** 查看一年里按月填报的数字。权限：查看统计和年度报告（reports:read） */
  listFigures(input: ListFiguresInput, options: CallOptions = {}): Promise<ListFiguresReply> {
    return this.#json("GET", "/agencies/{agencyId}/figures", input, options);
  }

  /** 查看一个数字的填报历史。权限：查看统计和年度报告（reports:read） */
  readFigureHistory(input: ReadFigureHistoryInput, options: CallOptions = {}): Promise<ReadFigureHistoryReply> {
    return this.#json("GET", "/agencies/{agencyId}/figures/{row}/{column}/{month}", input, options);
  }

  /** 填报或者更正按月数字；别人已经改过的，不覆盖。权限：填报、导入数字（figures:write） */
  writeFigures(input: WriteFiguresInput, options: CallOptions = {}): Promise<WriteFiguresReply> {
    return this.#json("PUT", "/agencies/{agencyId}/figures", input, options);
  }

  /** 从 xlsx、csv 导入按月数字；可先试读。权限：填报、导入数字（figures:write） */
  importFigures(input: ImportFiguresInput, options: CallOptions = {}): Promise<ImportFiguresReply> {
    return this.#json("POST", "/agencies/{agencyId}/figures/import", input, options);
  }

  /** 导出一年的按月数字，xlsx；填好可以再导入。权限：查看统计和年度报告（reports:read） */
  exportFigures(input: ExportFiguresInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/figures/export", input, options);
  }

  /** 设置本机关没有哪些职权：表二的这些行不要求填报，记 0。权限：填报、导入数字（figures:write） */
  writePowers(input: WritePowersInput, options: CallOptions = {}): Promise<WritePowersReply> {
    return this.#json("PUT", "/agencies/{agencyId}/powers", input, options);
  }

  /** 列出规章和行政规范性文件，及一年的制发、废止、现行有效数量。权限：查看统计和年度报告（reports:read） */
  listNormativeDocuments(input: ListNormativeDocumentsInput, options: CallOptions = {}): Promise<ListNormativeDocumentsReply> {
    return this.#json("GET", "/agencies/{agencyId}/normative-documents", input, options);
  }

  /** 登记一件规章或者规范性文件，或者登记它的公开、废止。权限：填报、导入数字（figures:write） */
  writeNormativeDocument(input: WriteNormativeDocumentInput, options: CallOptions = {}): Promise<WriteNormativeDocumentReply> {
    return this.#json("PUT", "/agencies/{agencyId}/normative-documents/{documentId}", input, options);
  }

  /** 导出规章和规范性文件清单，xlsx；改好可以再导入。权限：查看统计和年度报告（reports:read） */
  exportNormativeDocuments(input: ExportNormativeDocumentsInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/normative-documents/export", input, options);
  }

  /** 从 xlsx、csv 导入规章和规范性文件清单；可先试读。权限：填报、导入数字（figures:write） */
  importNormativeDocuments(input: ImportNormativeDocumentsInput, options: CallOptions = {}): Promise<ImportNormativeDocumentsReply> {
    return this.#json("POST", "/agencies/{agencyId}/normative-documents/import", input, options);
  }

  /** 列出各年度的报告：编制到哪一步，定稿、发布情况。权限：查看统计和年度报告（reports:read） */
  listReports(input: ListReportsInput, options: CallOptions = {}): Promise<ListReportsReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports", input, options);
  }

  /** 查看一个年度的三张表和编制情况，任何时候都可以。权限：查看统计和年度报告（reports:read） */
  readReport(input: ReadReportInput, options: CallOptions = {}): Promise<ReadReportReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}", input, options);
  }

  /** 查看一格数字所依据的记录。权限：查看统计和年度报告（reports:read） */
  readReportCell(input: ReadReportCellInput, options: CallOptions = {}): Promise<ReadReportCellReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/cells/{table}/{row}/{column}", input, options);
  }

  /** 查看一件记录计入了哪些格。权限：查看统计和年度报告（reports:read） */
  readRecordCells(input: ReadRecordCellsInput, options: CallOptions = {}): Promise<ReadRecordCellsReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/records/{recordId}/cells", input, options);
  }

  /** 检查草稿，列出问题和所在位置。权限：查看统计和年度报告（reports:read） */
  readReportFindings(input: ReadReportFindingsInput, options: CallOptions = {}): Promise<ReadReportFindingsReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/findings", input, options);
  }

  /** 写明一个问题可以不改的理由；留空则撤回。权限：编写年度报告（reports:write） */
  answerReportFinding(input: AnswerReportFindingInput, options: CallOptions = {}): Promise<AnswerReportFindingReply> {
    return this.#json("PUT", "/agencies/{agencyId}/reports/{year}/findings/{fingerprint}/reason", input, options);
  }

  /** 查看报告文字：台账写的、待写的、人写的。权限：查看统计和年度报告（reports:read） */
  readReportNarrative(input: ReadReportNarrativeInput, options: CallOptions = {}): Promise<ReadReportNarrativeReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/narrative", input, options);
  }

  /** 保存一个部分的文字；别人已经改过的，不覆盖。权限：编写年度报告（reports:write） */
  writeReportSection(input: WriteReportSectionInput, options: CallOptions = {}): Promise<WriteReportSectionReply> {
    return this.#json("PUT", "/agencies/{agencyId}/reports/{year}/narrative/{section}", input, options);
  }

  /** 保存前言、落款日期和附注。权限：编写年度报告（reports:write） */
  writeReportFrame(input: WriteReportFrameInput, options: CallOptions = {}): Promise<WriteReportFrameReply> {
    return this.#json("PUT", "/agencies/{agencyId}/reports/{year}/frame", input, options);
  }

  /** 查看写报告用的事实：台账数出的和填报的。权限：查看统计和年度报告（reports:read） */
  readYearFacts(input: ReadYearFactsInput, options: CallOptions = {}): Promise<ReadYearFactsReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/facts", input, options);
  }

  /** 填报培训、建议提案、各栏目和渠道的信息条数。权限：编写年度报告（reports:write） */
  writeYearFacts(input: WriteYearFactsInput, options: CallOptions = {}): Promise<WriteYearFactsReply> {
    return this.#json("PUT", "/agencies/{agencyId}/reports/{year}/facts", input, options);
  }

  /** 查看以上年哪份报告开账，与台账有哪些不一致。权限：查看统计和年度报告（reports:read） */
  readOpening(input: ReadOpeningInput, options: CallOptions = {}): Promise<ReadOpeningReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/opening", input, options);
  }

  /** 以上年度已公布的报告文件开账（docx、doc、pdf、html、txt、xlsx 等）。权限：编写年度报告（reports:write） */
  openBooks(input: OpenBooksInput, options: CallOptions = {}): Promise<OpenBooksReply> {
    return this.#json("POST", "/agencies/{agencyId}/reports/{year}/opening", input, options);
  }

  /** 撤回以文件开的账。权限：编写年度报告（reports:write） */
  closeBooks(input: CloseBooksInput, options: CallOptions = {}): Promise<CloseBooksReply> {
    return this.#json("DELETE", "/agencies/{agencyId}/reports/{year}/opening", input, options);
  }

  /** 说明上年报告与台账不一致的原因；留空则撤回。权限：编写年度报告（reports:write） */
  explainDifference(input: ExplainDifferenceInput, options: CallOptions = {}): Promise<ExplainDifferenceReply> {
    return this.#json("PUT", "/agencies/{agencyId}/reports/{year}/differences", input, options);
  }

  /** 上年报告承诺的改进和落实情况。权限：查看统计和年度报告（reports:read） */
  readPromises(input: ReadPromisesInput, options: CallOptions = {}): Promise<ReadPromisesReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/promises", input, options);
  }

  /** 写明一项承诺的落实情况。权限：编写年度报告（reports:write） */
  answerPromise(input: AnswerPromiseInput, options: CallOptions = {}): Promise<AnswerPromiseReply> {
    return this.#json("PUT", "/agencies/{agencyId}/reports/{year}/promises/{number}", input, options);
  }

  /** 列出定稿前还要做的事。权限：查看统计和年度报告（reports:read） */
  readFreezing(input: ReadFreezingInput, options: CallOptions = {}): Promise<ReadFreezingReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/freezing", input, options);
  }

  /** 定稿；已经定稿的，写明原因后更正为下一版。权限：定稿、发布年度报告（reports:freeze） */
  freezeReport(input: FreezeReportInput, options: CallOptions = {}): Promise<FreezeReportReply> {
    return this.#json("POST", "/agencies/{agencyId}/reports/{year}/editions", input, options);
  }

  /** 列出一个年度的各版报告。权限：查看统计和年度报告（reports:read） */
  listEditions(input: ListEditionsInput, options: CallOptions = {}): Promise<ListEditionsReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/editions", input, options);
  }

  /** 查看一版报告的全文、检查结果、理由和更正内容。权限：查看统计和年度报告（reports:read） */
  readEdition(input: ReadEditionInput, options: CallOptions = {}): Promise<ReadEditionReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/editions/{edition}", input, options);
  }

  /** 发布：写出各种格式的文件，逐个读回核对后保存。权限：定稿、发布年度报告（reports:freeze） */
  releaseReport(input: ReleaseReportInput, options: CallOptions = {}): Promise<ReleaseReportReply> {
    return this.#json("POST", "/agencies/{agencyId}/reports/{year}/editions/{edition}/release", input, options);
  }

  /** 下载已发布的报告文件。权限：查看统计和年度报告（reports:read） */
  readReportFile(input: ReadReportFileInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/reports/{year}/editions/{edition}/files/{format}", input, options);
  }

  /** 下载草稿，供内部审阅。权限：查看统计和年度报告（reports:read） */
  readDraftFile(input: ReadDraftFileInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/reports/{year}/draft/{format}", input, options);
  }

  /** 与往年逐格比较；文字与上年逐句比较。权限：查看统计和年度报告（reports:read） */
  compareYears(input: CompareYearsInput, options: CallOptions = {}): Promise<CompareYearsReply> {
    return this.#json("GET", "/agencies/{agencyId}/reports/{year}/comparison", input, options);
  }

  /** 主动公开信息列表，可按状态、事项、分类、年份、文字筛选。权限：查看主动公开信息（items:read） */
  listItems(input: ListItemsInput, options: CallOptions = {}): Promise<ListItemsReply> {
    return this.#json("GET", "/agencies/{agencyId}/items", input, options);
  }

  /** 导出主动公开信息清单，xlsx；筛选条件与列表相同。权限：查看主动公开信息（items:read） */
  exportItems(input: ExportItemsInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/items/export", input, options);
  }

  /** 拟稿。权限：拟写主动公开信息（items:draft） */
  draftItem(input: DraftItemInput, options: CallOptions = {}): Promise<DraftItemReply> {
    return this.#json("POST", "/agencies/{agencyId}/items", input, options);
  }

  /** 一件信息：内容、状态、期限、可以办理的步骤和不能办理的理由、审核、筛查、历史。权限：查看主动公开信息（items:read） */
  readItem(input: ReadItemInput, options: CallOptions = {}): Promise<ReadItemReply> {
    return this.#json("GET", "/agencies/{agencyId}/items/{itemId}", input, options);
  }

  /** 修改；已公开的，修改稿审核通过前公开的内容不变。权限：拟写主动公开信息（items:draft） */
  reviseItem(input: ReviseItemInput, options: CallOptions = {}): Promise<ReviseItemReply> {
    return this.#json("PUT", "/agencies/{agencyId}/items/{itemId}", input, options);
  }

  /** 上传附件、插图，或者待导入的表格、压缩包；返回的编号写入稿件后才与信息相连。权限：拟写主动公开信息（items:draft） */
  storeItemAttachment(input: StoreItemAttachmentInput, options: CallOptions = {}): Promise<StoreItemAttachmentReply> {
    return this.#json("POST", "/agencies/{agencyId}/item-attachments", input, options);
  }

  /** 查看已上传的插图，供拟稿时预览。权限：拟写主动公开信息（items:draft） */
  readStoredPicture(input: ReadStoredPictureInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/item-attachments/{attachmentId}", input, options);
  }

  /** 下载附件。权限：查看主动公开信息（items:read） */
  readItemAttachment(input: ReadItemAttachmentInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/items/{itemId}/attachments/{attachmentId}", input, options);
  }

  /** 公开前筛查正文和附件；答复附原文片段，历史里不留。权限：拟写主动公开信息（items:draft） */
  screenItem(input: ScreenItemInput, options: CallOptions = {}): Promise<ScreenItemReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/screening", input, options);
  }

  /** 核对一处筛查结果：可以照原样公开，并说明理由。权限：拟写主动公开信息（items:draft） */
  clearHit(input: ClearHitInput, options: CallOptions = {}): Promise<ClearHitReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/screening/{hitId}", input, options);
  }

  /** 核对多处相同的筛查结果：一个理由，逐处记录。权限：拟写主动公开信息（items:draft） */
  clearHits(input: ClearHitsInput, options: CallOptions = {}): Promise<ClearHitsReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/clearances", input, options);
  }

  /** 隐去正文或者附件中的筛查结果：生成新的一稿，重新筛查以证明已经隐去。权限：拟写主动公开信息（items:draft） */
  maskHits(input: MaskHitsInput, options: CallOptions = {}): Promise<MaskHitsReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/masking", input, options);
  }

  /** 本机关可以签署审核环节的人和角色，供设定审核流程。权限：查看主动公开信息（items:read） */
  listSigners(input: ListSignersInput, options: CallOptions = {}): Promise<ListSignersReply> {
    return this.#json("GET", "/agencies/{agencyId}/item-signers", input, options);
  }

  /** 送审；没有筛查过的先筛查。权限：拟写主动公开信息（items:draft） */
  submitItem(input: SubmitItemInput, options: CallOptions = {}): Promise<SubmitItemReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/submission", input, options);
  }

  /** 撤回送审：这一轮审核结束，稿件可以修改后再送审。权限：拟写主动公开信息（items:draft） */
  recallSubmission(input: RecallSubmissionInput, options: CallOptions = {}): Promise<RecallSubmissionReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/submission/recall", input, options);
  }

  /** 审核：同意、退回、不予发布、暂缓、报请确定。权限：审核主动公开信息（items:review） */
  reviewItem(input: ReviewItemInput, options: CallOptions = {}): Promise<ReviewItemReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/reviews", input, options);
  }

  /** 保密审查表。权限：保密审查（items:secrecy-review） */
  reviewSecrecy(input: ReviewSecrecyInput, options: CallOptions = {}): Promise<ReviewSecrecyReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/secrecy-reviews", input, options);
  }

  /** 定时公开。权限：审核主动公开信息（items:review） */
  scheduleItem(input: ScheduleItemInput, options: CallOptions = {}): Promise<ScheduleItemReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/schedule", input, options);
  }

  /** 取消定时公开。权限：审核主动公开信息（items:review） */
  cancelSchedule(input: CancelScheduleInput, options: CallOptions = {}): Promise<CancelScheduleReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/schedule/cancellation", input, options);
  }

  /** 立即公开：时间由服务器写入，索引号自动生成。权限：审核主动公开信息（items:review） */
  publishItem(input: PublishItemInput, options: CallOptions = {}): Promise<PublishItemReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/publication", input, options);
  }

  /** 撤回已公开的信息：原地址保留日期、决定机关和理由。权限：撤回已公开的信息（items:withdraw） */
  withdrawItem(input: WithdrawItemInput, options: CallOptions = {}): Promise<WithdrawItemReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/withdrawal", input, options);
  }

  /** 定期评估审查不公开的信息（条例第十八条）。权限：审核主动公开信息（items:review） */
  reassessItem(input: ReassessItemInput, options: CallOptions = {}): Promise<ReassessItemReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/assessments", input, options);
  }

  /** 关联解读、被废止或者修改的文件。权限：拟写主动公开信息（items:draft） */
  linkItems(input: LinkItemsInput, options: CallOptions = {}): Promise<LinkItemsReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/links", input, options);
  }

  /** 取消关联。权限：拟写主动公开信息（items:draft） */
  unlinkItems(input: UnlinkItemsInput, options: CallOptions = {}): Promise<UnlinkItemsReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/links/removal", input, options);
  }

  /** 登记其他公开渠道。权限：拟写主动公开信息（items:draft） */
  recordChannel(input: RecordChannelInput, options: CallOptions = {}): Promise<RecordChannelReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/channels", input, options);
  }

  /** 改变有效性：废止、失效、修改；表二随之统计。权限：审核主动公开信息（items:review） */
  changeValidity(input: ChangeValidityInput, options: CallOptions = {}): Promise<ChangeValidityReply> {
    return this.#json("POST", "/agencies/{agencyId}/items/{itemId}/validity", input, options);
  }

  /** 法定主动公开目录：按条例第二十条、第二十一条逐项列出，附空缺和长期未更新。权限：查看主动公开信息（items:read） */
  readCatalogue(input: ReadCatalogueInput, options: CallOptions = {}): Promise<ReadCatalogueReply> {
    return this.#json("GET", "/agencies/{agencyId}/catalogue", input, options);
  }

  /** 应当公开、解读、评估、移送的事项和期限，将要逾期的在前。权限：查看主动公开信息（items:read） */
  readPublicationCalendar(input: ReadPublicationCalendarInput, options: CallOptions = {}): Promise<ReadPublicationCalendarReply> {
    return this.#json("GET", "/agencies/{agencyId}/publication-calendar", input, options);
  }

  /** 政府信息公开指南，附条例第十二条要求而尚缺的内容。权限：查看主动公开信息（items:read） */
  readGuide(input: ReadGuideInput, options: CallOptions = {}): Promise<ReadGuideReply> {
    return this.#json("GET", "/agencies/{agencyId}/guide", input, options);
  }

  /** 修改指南；齐全的随即公开。权限：设置机关信息、指南和审核流程（agency:configure） */
  writeGuide(input: WriteGuideInput, options: CallOptions = {}): Promise<WriteGuideReply> {
    return this.#json("PUT", "/agencies/{agencyId}/guide", input, options);
  }

  /** 政府信息公开制度。权限：查看主动公开信息（items:read） */
  readDisclosureRules(input: ReadDisclosureRulesInput, options: CallOptions = {}): Promise<ReadDisclosureRulesReply> {
    return this.#json("GET", "/agencies/{agencyId}/rules", input, options);
  }

  /** 修改制度栏目。权限：设置机关信息、指南和审核流程（agency:configure） */
  writeDisclosureRules(input: WriteDisclosureRulesInput, options: CallOptions = {}): Promise<WriteDisclosureRulesReply> {
    return this.#json("PUT", "/agencies/{agencyId}/rules", input, options);
  }

  /** 审核流程、索引号规则、有效性标注、期限提醒、移送、推送。权限：查看主动公开信息（items:read） */
  readPublishingSettings(input: ReadPublishingSettingsInput, options: CallOptions = {}): Promise<ReadPublishingSettingsReply> {
    return this.#json("GET", "/agencies/{agencyId}/publishing-settings", input, options);
  }

  /** 修改主动公开的设置；正在审核的信息仍按送审时的流程。权限：设置机关信息、指南和审核流程（agency:configure） */
  writePublishingSettings(input: WritePublishingSettingsInput, options: CallOptions = {}): Promise<WritePublishingSettingsReply> {
    return this.#json("PUT", "/agencies/{agencyId}/publishing-settings", input, options);
  }

  /** 看一看待导入的文件：表头、前几行、建议的对应关系。权限：拟写主动公开信息（items:draft） */
  readImport(input: ReadImportInput, options: CallOptions = {}): Promise<ReadImportReply> {
    return this.#json("POST", "/agencies/{agencyId}/item-imports/reading", input, options);
  }

  /** 导入 xlsx、csv 表格，或者含 docx、doc、wps、odt、pdf、txt 的压缩包；先试算（isDryRun）再写入。权限：拟写主动公开信息（items:draft） */
  importItems(input: ImportItemsInput, options: CallOptions = {}): Promise<ImportItemsReply> {
    return this.#json("POST", "/agencies/{agencyId}/item-imports", input, options);
  }

  /** 向国家档案馆、公共图书馆提供政府信息的登记（条例第二十五条），含零报送。权限：查看主动公开信息（items:read） */
  listHandovers(input: ListHandoversInput, options: CallOptions = {}): Promise<ListHandoversReply> {
    return this.#json("GET", "/agencies/{agencyId}/handovers", input, options);
  }

  /** 生成一期移送：目录、文件和散列值；期内没有公开信息的为零报送。权限：审核主动公开信息（items:review） */
  prepareHandover(input: PrepareHandoverInput, options: CallOptions = {}): Promise<PrepareHandoverReply> {
    return this.#json("POST", "/agencies/{agencyId}/handovers", input, options);
  }

  /** 下载移送包（zip）的一卷：第一卷有全部的目录、说明和散列清单，各卷有正文和附件。权限：查看主动公开信息（items:read） */
  downloadHandover(input: DownloadHandoverInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/handovers/{handoverId}/package", input, options);
  }

  /** 登记接收单位的签收。权限：审核主动公开信息（items:review） */
  receiptHandover(input: ReceiptHandoverInput, options: CallOptions = {}): Promise<ReceiptHandoverReply> {
    return this.#json("POST", "/agencies/{agencyId}/handovers/{handoverId}/receipt", input, options);
  }

  /** 筛查附件：个人信息、修订、批注、隐藏内容、文件属性。权限：拟写主动公开信息（items:draft） */
  screenAttachment(input: ScreenAttachmentInput, options: CallOptions = {}): Promise<ScreenAttachmentReply> {
    return this.#json("POST", "/agencies/{agencyId}/attachments/{attachmentId}/screen", input, options);
  }

  /** 生成隐去所选内容的附件，并核对确已隐去。权限：拟写主动公开信息（items:draft） */
  maskAttachment(input: MaskAttachmentInput, options: CallOptions = {}): Promise<MaskAttachmentReply> {
    return this.#json("POST", "/agencies/{agencyId}/attachments/{attachmentId}/mask", input, options);
  }

  /** 遮盖 PDF 并重新制作，核对遮盖处没有残留，给出写入答复的说明。权限：登记和办理申请（cases:handle） */
  redactAttachment(input: RedactAttachmentInput, options: CallOptions = {}): Promise<RedactAttachmentReply> {
    return this.#json("POST", "/agencies/{agencyId}/attachments/{attachmentId}/redact", input, options);
  }

  /** 在 PDF 中查找文字，给出每处在页面上的位置。权限：登记和办理申请（cases:handle） */
  findInAttachment(input: FindInAttachmentInput, options: CallOptions = {}): Promise<FindInAttachmentReply> {
    return this.#json("POST", "/agencies/{agencyId}/attachments/{attachmentId}/find", input, options);
  }

  /** PDF 一页的图像。权限：查看申请案卷（cases:read） */
  drawAttachmentPage(input: DrawAttachmentPageInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/attachments/{attachmentId}/pages/{page}", input, options);
  }

  /** PDF 一页的大小和每个字的位置。权限：查看申请案卷（cases:read） */
  readAttachmentPage(input: ReadAttachmentPageInput, options: CallOptions = {}): Promise<ReadAttachmentPageReply> {
    return this.#json("GET", "/agencies/{agencyId}/attachments/{attachmentId}/pages/{page}/glyphs", input, options);
  }

  /** 推送地址，以及系统允许推送的主机。权限：设置机关信息、指南和审核流程（agency:configure） */
  listWebhooks(input: ListWebhooksInput, options: CallOptions = {}): Promise<ListWebhooksReply> {
    return this.#json("GET", "/agencies/{agencyId}/webhooks", input, options);
  }

  /** 登记推送地址；签名密钥只在答复里给出这一次。权限：设置机关信息、指南和审核流程（agency:configure） */
  addWebhook(input: AddWebhookInput, options: CallOptions = {}): Promise<AddWebhookReply> {
    return this.#json("POST", "/agencies/{agencyId}/webhooks", input, options);
  }

  /** 修改推送地址，停用或者启用。权限：设置机关信息、指南和审核流程（agency:configure） */
  changeWebhook(input: ChangeWebhookInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("PUT", "/agencies/{agencyId}/webhooks/{hookId}", input, options);
  }

  /** 取消推送地址；推送过的记录保留。权限：设置机关信息、指南和审核流程（agency:configure） */
  removeWebhook(input: RemoveWebhookInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("DELETE", "/agencies/{agencyId}/webhooks/{hookId}", input, options);
  }

  /** 更换签名密钥；原密钥在 24 小时内同时签名。权限：设置机关信息、指南和审核流程（agency:configure） */
  renewWebhookSecret(input: RenewWebhookSecretInput, options: CallOptions = {}): Promise<RenewWebhookSecretReply> {
    return this.#json("POST", "/agencies/{agencyId}/webhooks/{hookId}/secret", input, options);
  }

  /** 推送一条试验消息（event 为 trial），看对方怎样回答。权限：设置机关信息、指南和审核流程（agency:configure） */
  tryWebhook(input: TryWebhookInput, options: CallOptions = {}): Promise<TryWebhookReply> {
    return this.#json("POST", "/agencies/{agencyId}/webhooks/{hookId}/trial", input, options);
  }

  /** 推送记录：每条消息的每一次尝试，最近的在前。权限：设置机关信息、指南和审核流程（agency:configure） */
  listDeliveries(input: ListDeliveriesInput, options: CallOptions = {}): Promise<ListDeliveriesReply> {
    return this.#json("GET", "/agencies/{agencyId}/webhooks/{hookId}/deliveries", input, options);
  }

  /** 现在就重新推送一条没有送达的消息。权限：设置机关信息、指南和审核流程（agency:configure） */
  retryDelivery(input: RetryDeliveryInput, options: CallOptions = {}): Promise<RetryDeliveryReply> {
    return this.#json("POST", "/agencies/{agencyId}/webhooks/{hookId}/deliveries/{messageId}/retry", input, options);
  }

  /** 允许推送的主机。权限：系统维护、备份，机关的建立和变更（system:manage） */
  readWebhookHosts(options: CallOptions = {}): Promise<ReadWebhookHostsReply> {
    return this.#json("GET", "/system/webhook-hosts", {}, options);
  }

  /** 修改允许推送的主机；不在其中的一律不推送。权限：系统维护、备份，机关的建立和变更（system:manage） */
  writeWebhookHosts(input: WriteWebhookHostsInput, options: CallOptions = {}): Promise<WriteWebhookHostsReply> {
    return this.#json("PUT", "/system/webhook-hosts", input, options);
  }

  /** 系统状态：数据库、磁盘、自动任务的最近结果、备份及其试恢复。权限：系统维护、备份，机关的建立和变更（system:manage） */
  readSystemState(options: CallOptions = {}): Promise<ReadSystemStateReply> {
    return this.#json("GET", "/system/state", {}, options);
  }

  /** 现在备份一次（不含密钥文件），返回文件名和散列值。权限：系统维护、备份，机关的建立和变更（system:manage） */
  makeBackup(input: MakeBackupInput, options: CallOptions = {}): Promise<MakeBackupReply> {
    return this.#json("POST", "/system/backups", input, options);
  }

  /** 下载一份备份。权限：系统维护、备份，机关的建立和变更（system:manage） */
  downloadBackup(input: DownloadBackupInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/system/backups/{name}", input, options);
  }

  /** 全部机关：现有的、将来成立的、已经撤并的。权限：系统维护、备份，机关的建立和变更（system:manage） */
  listAgencies(options: CallOptions = {}): Promise<ListAgenciesReply> {
    return this.#json("GET", "/system/agencies", {}, options);
  }

  /** 一个机关：历年名称、上级、承继关系和每次变更。权限：系统维护、备份，机关的建立和变更（system:manage） */
  viewAgency(input: ViewAgencyInput, options: CallOptions = {}): Promise<ViewAgencyReply> {
    return this.#json("GET", "/system/agencies/{changedId}", input, options);
  }

  /** 建立机关；编号以后不能改。权限：系统维护、备份，机关的建立和变更（system:manage） */
  addAgency(input: AddAgencyInput, options: CallOptions = {}): Promise<AddAgencyReply> {
    return this.#json("POST", "/system/agencies", input, options);
  }

  /** 机关变更，自某日起：更名、调整隶属关系、并入其他机关、分立。权限：系统维护、备份，机关的建立和变更（system:manage） */
  changeAgency(input: ChangeAgencyInput, options: CallOptions = {}): Promise<ChangeAgencyReply> {
    return this.#json("POST", "/system/agencies/{changedId}/changes", input, options);
  }

  /** 一年的统计：办理用时和时间去向、结果、复议诉讼及其纠正、主动公开。权限：查看统计和年度报告（reports:read） */
  readStatistics(input: ReadStatisticsInput, options: CallOptions = {}): Promise<ReadStatisticsReply> {
    return this.#json("GET", "/agencies/{agencyId}/statistics", input, options);
  }

  /** 一年的统计，xlsx。权限：查看统计和年度报告（reports:read） */
  exportStatistics(input: ExportStatisticsInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/statistics/export", input, options);
  }

  /** 下级机关一年的统计和报告进度，供主管部门查看。权限：查看统计和年度报告（reports:read） */
  readAgenciesBelow(input: ReadAgenciesBelowInput, options: CallOptions = {}): Promise<ReadAgenciesBelowReply> {
    return this.#json("GET", "/agencies/{agencyId}/statistics/below", input, options);
  }

  /** 下级机关一年的统计，xlsx。权限：查看统计和年度报告（reports:read） */
  exportAgenciesBelow(input: ExportAgenciesBelowInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/statistics/below/export", input, options);
  }

  /** 我的提醒：到期、逾期、新收、分办、退回、待审核、备份失败；新的在前。权限：任何已登录的人员（signed-in） */
  listNotices(input: ListNoticesInput = {}, options: CallOptions = {}): Promise<ListNoticesReply> {
    return this.#json("GET", "/notices", input, options);
  }

  /** 把提醒标为已读；不写编号则全部。权限：任何已登录的人员（signed-in） */
  markNoticesRead(input: MarkNoticesReadInput, options: CallOptions = {}): Promise<void> {
    return this.#nothing("POST", "/notices/read", input, options);
  }

  /** 导出今日待办（xlsx），范围与页面相同；导出记入审计日志。权限：查看申请案卷（cases:read） */
  exportToday(input: ExportTodayInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/today.xlsx", input, options);
  }

  /** 导出一格数字所依据的记录（xlsx）；导出记入审计日志。权限：查看统计和年度报告（reports:read） */
  exportReportCell(input: ExportReportCellInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/reports/{year}/cells/{table}/{row}/{column}/export", input, options);
  }

  /** 导出账号和角色（xlsx），范围与列表相同；导出记入审计日志。权限：管理账号和权限（accounts:manage） */
  exportAccounts(input: ExportAccountsInput = {}, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/accounts/export", input, options);
  }

  /** 导出法定主动公开目录和空缺（xlsx）；导出记入审计日志。权限：查看主动公开信息（items:read） */
  exportCatalogue(input: ExportCatalogueInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/catalogue.xlsx", input, options);
  }

  /** 导出待我审核的信息（xlsx），期限近的在前；导出记入审计日志。权限：查看主动公开信息（items:read） */
  exportReviews(input: ExportReviewsInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/reviews.xlsx", input, options);
  }

  /** 导出移送档案馆、图书馆的登记（xlsx）；导出记入审计日志。权限：查看主动公开信息（items:read） */
  exportHandovers(input: ExportHandoversInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/handovers.xlsx", input, options);
  }

  /** 导出各年度报告和各版（xlsx）；导出记入审计日志。权限：查看统计和年度报告（reports:read） */
  exportReports(input: ExportReportsInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/reports.xlsx", input, options);
  }

  /** 导出其他系统的访问令牌（xlsx），不含令牌本身；导出记入审计日志。权限：管理账号和权限（accounts:manage） */
  exportTokens(input: ExportTokensInput, options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/agencies/{agencyId}/tokens.xlsx", input, options);
  }

  /** 导出我的提醒（xlsx），只有编号，没有姓名；导出记入审计日志。权限：任何已登录的人员（signed-in） */
  exportNotices(options: CallOptions = {}): Promise<ReceivedFile> {
    return this.#file("GET", "/notices.xlsx", {}, options);
  }

  async #json<Reply>(method: string, path: string, given: Given, options: CallOptions): Promise<Reply> {
    return (await (await this.#send(method, path, given, options)).json()) as Reply; // the server proves it against its schema
  }

  async #nothing(method: string, path: string, given: Given, options: CallOptions): Promise<void> {
    await this.#send(method, path, given, options);
  }

  async #file(method: string, path: string, given: Given, options: CallOptions): Promise<ReceivedFile> {
    const response = await this.#send(method, path, given, options);
    const encoded = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
    return {
      name: decodeURIComponent(encoded),
      mediaType: response.headers.get("content-type") ?? "application/octet-stream",
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  }

  async #send(method: string, path: string, { params = {}, query = {}, body, file }: Given, options: CallOptions): Promise<Response> {
    const values = new Map(Object.entries(params));
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
    const url = new URL(`${this.#baseUrl}/api${address}`);
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
    }
    if (file !== undefined) url.searchParams.set("name", file.name);
    const headers = new Headers({ accept: "application/json", authorization: `Bearer ${this.#token}` });
    if (method !== "GET") headers.set("idempotency-key", options.idempotencyKey ?? crypto.randomUUID());
    if (file !== undefined) headers.set("content-type", "application/octet-stream");
    else if (body !== undefined) headers.set("content-type", "application/json");
    const response = await fetch(url, {
      method,
      headers,
      ...(file !== undefined ? { body: file.bytes } : body !== undefined ? { body: JSON.stringify(body) } : {}),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    if (response.ok) return response;
    throw new YangguangProblem((await response.json()) as ConstructorParameters<typeof YangguangProblem>[0]); // problem+json
  }
}
