/** What people do that changes no record of the register and is kept all the same (GB/T 22239—2019 安全审计: who, when, what, with what result). */
export const ACTIVITIES = {
  "signed-in": "登录",
  "sign-in-failed": "登录失败",
  "sign-in-locked": "多次输错，账号锁定",
  "signed-out": "退出登录",
  "signed-out-everywhere": "退出全部登录",
  "password-changed": "修改密码",
  "password-reset": "重置密码",
  "second-factor-enrolled": "启用动态口令",
  "second-factor-removed": "停用动态口令",
  "second-factor-failed": "第二步验证失败",
  "security-key-added": "登记安全密钥",
  "security-key-removed": "停用安全密钥",
  "security-key-used": "用安全密钥登录",
  "recovery-code-used": "使用恢复码登录",
  "identity-linked": "关联统一身份认证",
  "identity-unlinked": "取消关联统一身份认证",
  "token-made": "签发访问令牌",
  "token-revoked": "撤销访问令牌",
  "access-refused": "越权访问被拒绝",
  "requester-shown": "查看申请人身份信息",
  "cases-exported": "导出申请台账",
  "list-exported": "导出列表",
  "persons-exported": "明文导出申请人信息和附件",
  "audit-verified": "核对审计日志",
  "audit-exported": "导出审计日志",
} as const;

export type ActivityKind = keyof typeof ACTIVITIES;
export const ACTIVITY_KINDS = Object.keys(ACTIVITIES) as readonly ActivityKind[]; // the keys of a constant
