import { Alert, Form, Select } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import type { publishingRoutes } from "../../api/publishing.js";
import { OFFICE_ROLE_LABELS } from "../../register/office-role.js";
import { type ReviewStep, SIGNING_ROLES } from "../../register/publishing/review-chain.js";

export type Signer = ReplyOf<(typeof publishingRoutes)["list-signers"]>["people"][number];

interface StepSignersProps {
  readonly step: ReviewStep;
  /** Whoever may sign anything here. */
  readonly people: readonly Signer[];
  readonly set: (step: ReviewStep) => void;
}

/** Whether somebody may sign a step by what they are in the agency. */
export const maySign = ({ roles }: Signer, step: Pick<ReviewStep, "roles">): boolean =>
  roles.some((role) => step.roles.includes(role));

/** Who signs a step: everybody with a role, or of them only some by name. */
export function StepSigners({ step, people, set }: StepSignersProps) {
  const able = people.filter((one) => maySign(one, step));
  const gone = step.people.filter((id) => !able.some((one) => one.id === id));
  const known = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <>
      {step.kind === "secrecy" ? (
        <p style={{ marginBlockStart: 0 }}>由{OFFICE_ROLE_LABELS["secrecy-reviewer"]}填写保密审查表。</p>
      ) : (
        <Form.Item label="由哪些角色签署" htmlFor={`step-roles-${step.id}`}>
          <Select
            id={`step-roles-${step.id}`}
            mode="multiple"
            value={step.roles}
            onChange={(roles) => set({ ...step, roles })}
            options={SIGNING_ROLES[step.kind].map((value) => ({ value, label: OFFICE_ROLE_LABELS[value] }))}
            style={{ maxInlineSize: 480 }}
          />
        </Form.Item>
      )}
      <Form.Item
        label="限定由谁签署（可不选）"
        htmlFor={`step-people-${step.id}`}
        extra={step.people.length > 0 ? "只有选中的人可以签署，其中一人签署即可。" : anybodyOf(able)}
      >
        <Select
          id={`step-people-${step.id}`}
          mode="multiple"
          placeholder="不限定"
          showSearch={{ optionFilterProp: "label" }}
          value={step.people}
          onChange={(chosen) => set({ ...step, people: chosen })}
          options={[
            ...able.map(({ id, name, roles }) => ({ value: id, label: `${name}（${rolesText(roles)}）` })),
            ...gone.map((id) => ({ value: id, label: `${known.get(id) ?? "已停用的账号"}（不能签署）` })),
          ]}
          notFoundContent="没有账号有这一角色"
          style={{ maxInlineSize: 480 }}
        />
      </Form.Item>
      {able.length === 0 && step.roles.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockEnd: 16 }}
          title={`本机关没有账号有${rolesText(step.roles)}的角色，送审的稿件会停在这一环节。请安全管理员授予角色。`}
        />
      )}
    </>
  );
}

const rolesText = (roles: readonly Signer["roles"][number][]): string => roles.map((role) => OFFICE_ROLE_LABELS[role]).join("、");

const MOST_NAMES = 8;

/** Who that is today, so that nobody has to look it up among the accounts. */
function anybodyOf(able: readonly Signer[]): string | undefined {
  if (able.length === 0) return undefined;
  const names = able.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = able.length > MOST_NAMES ? `等 ${able.length} 人` : "";
  return `不选的，有上述角色的人都可以签署，现在是${names.join("、")}${more}。`;
}
