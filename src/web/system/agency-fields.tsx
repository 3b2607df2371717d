import { Form, Input, Select } from "antd";
import { AGENCY_KIND_LABELS, AGENCY_KINDS, AGENCY_LEVEL_LABELS, AGENCY_LEVELS } from "../../register/agency.js";
import type { AgencyRow } from "./agencies-page.js";

/** What is filled in of an agency that is new here. */
export interface NewAgencyValues {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof AGENCY_KINDS)[number];
  readonly level: (typeof AGENCY_LEVELS)[number];
  readonly creditCode: string;
}

export const NO_VALUES: NewAgencyValues = { id: "", name: "", kind: "local-department", level: "county", creditCode: "" };

interface NewAgencyFieldsProps {
  /** Before the ids of the fields, where several stand on a page. */
  readonly prefix: string;
  readonly values: NewAgencyValues;
  readonly change: (part: Partial<NewAgencyValues>) => void;
}

/** The fields of a new agency, the same wherever one comes into being. */
export function NewAgencyFields({ prefix, values, change }: NewAgencyFieldsProps) {
  return (
    <>
      <Form.Item label="机关全称" htmlFor={`${prefix}-name`} extra="如：某某县文化和旅游局。文书、公开平台和年度报告用这个名称。">
        <Input
          id={`${prefix}-name`}
          maxLength={200}
          value={values.name}
          onChange={({ target }) => change({ name: target.value })}
          style={{ maxInlineSize: 480 }}
        />
      </Form.Item>
      <Form.Item
        label="编号"
        htmlFor={`${prefix}-id`}
        extra="2 至 40 个小写字母、数字或“-”，如 wenlvju。写在公开平台的网址里，以后不能改，也不能给别的机关用。"
      >
        <Input
          id={`${prefix}-id`}
          maxLength={40}
          autoComplete="off"
          value={values.id}
          onChange={({ target }) => change({ id: target.value.trim().toLowerCase() })}
          style={{ maxInlineSize: 240 }}
        />
      </Form.Item>
      <Form.Item label="级别" htmlFor={`${prefix}-level`}>
        <Select
          id={`${prefix}-level`}
          value={values.level}
          onChange={(level) => change({ level })}
          options={AGENCY_LEVELS.map((value) => ({ value, label: AGENCY_LEVEL_LABELS[value] }))}
          style={{ maxInlineSize: 240 }}
        />
      </Form.Item>
      <Form.Item
        label="类别"
        htmlFor={`${prefix}-kind`}
        extra="决定答复书里告知的行政复议机关（行政复议法第二十四条至第二十八条）。"
      >
        <Select
          id={`${prefix}-kind`}
          value={values.kind}
          onChange={(kind) => change({ kind })}
          options={AGENCY_KINDS.map((value) => ({ value, label: AGENCY_KIND_LABELS[value] }))}
          style={{ maxInlineSize: 480 }}
        />
      </Form.Item>
      <Form.Item label="统一社会信用代码（可以以后再填）" htmlFor={`${prefix}-code`}>
        <Input
          id={`${prefix}-code`}
          maxLength={18}
          autoComplete="off"
          value={values.creditCode}
          onChange={({ target }) => change({ creditCode: target.value.trim().toUpperCase() })}
          style={{ maxInlineSize: 240 }}
        />
      </Form.Item>
    </>
  );
}

/** As the interface takes them. */
export function sentAgency({ creditCode, name, ...values }: NewAgencyValues) {
  return { ...values, name: name.trim(), ...(creditCode !== "" && { creditCode }) };
}

export function isFilled({ id, name }: NewAgencyValues): boolean {
  return id !== "" && name.trim() !== "";
}

interface AgencyChoiceProps {
  readonly id: string;
  readonly agencies: readonly AgencyRow[];
  readonly value: string | null;
  readonly choose: (id: string | null) => void;
  readonly placeholder: string;
  readonly allowClear?: boolean;
}

/** One of the agencies that are there, found by typing a part of the name. */
export function AgencyChoice({ id, agencies, value, choose, placeholder, allowClear = false }: AgencyChoiceProps) {
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: "label" }}
      {...{ allowClear, placeholder, value }}
      onChange={(chosen: string | undefined) => choose(chosen ?? null)}
      options={agencies.filter(({ standing }) => standing !== "ended").map((one) => ({ value: one.id, label: one.name }))}
      style={{ maxInlineSize: 480, inlineSize: "100%" }}
    />
  );
}
