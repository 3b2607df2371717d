import { Button, Checkbox, Form, Input, Select, Space } from "antd";
import { CASE_LETTERS } from "../../law/letters/letters.js";
import { BODY_DESCRIPTIONS, type BodyRole } from "../../law/remedies/reconsideration-body.js";
import type { LetterSettings } from "../../register/letters/letter-settings.js";

type LineName = "code" | "office" | "contact" | "inquiry" | "payment" | "onlineChannel" | "court";

interface SettingLineProps {
  readonly name: LineName;
  readonly label: string;
  readonly help: string;
  readonly settings: LetterSettings;
  readonly set: (part: Partial<LetterSettings>) => void;
}

/** A setting of one line, with what it is for. */
export function SettingLine({ name, label, help, settings, set }: SettingLineProps) {
  return (
    <Form.Item label={label} htmlFor={`setting-${name}`} extra={help} style={{ marginBlockEnd: 14 }}>
      <Input id={`setting-${name}`} value={settings[name] ?? ""} onChange={({ target }) => set({ [name]: target.value })} />
    </Form.Item>
  );
}

type Reconsideration = LetterSettings["reconsideration"];
const ROLES = Object.entries(BODY_DESCRIPTIONS).map(([value, label]) => ({ value: value as BodyRole, label })); // the keys of that very table

interface BodiesProps {
  readonly value: Reconsideration;
  readonly change: (value: Reconsideration) => void;
}

/** 复议机关: who hears a reconsideration, by name; which of them is named in a letter follows from the law. */
export function Bodies({ value, change }: BodiesProps) {
  const { bodies } = value;
  const set = (at: number, part: Partial<(typeof bodies)[number]>) =>
    change({ ...value, bodies: bodies.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  const free = ROLES.find(({ value: role }) => !bodies.some((one) => one.role === role));
  return (
    <Form.Item
      label="复议机关"
      extra="行政复议法第二十四条至第二十八条。一般是本级人民政府；没有写名称的，文书写“本级人民政府”等。"
      style={{ marginBlockEnd: 14 }}
    >
      {bodies.map(({ role, name }, at) => (
        <Space.Compact key={role} style={{ inlineSize: "100%", marginBlockEnd: 8 }}>
          <Select
            aria-label={`第 ${at + 1} 个复议机关：是哪一种`}
            style={{ inlineSize: 260, flex: "none" }}
            value={role}
            onChange={(next) => set(at, { role: next })}
            options={ROLES.filter((one) => one.value === role || !bodies.some((other) => other.role === one.value))}
          />
          <Input
            aria-label={`第 ${at + 1} 个复议机关：名称`}
            placeholder="名称全称，如：示例市青山区人民政府"
            value={name}
            onChange={({ target }) => set(at, { name: target.value })}
          />
          <Button onClick={() => change({ ...value, bodies: bodies.filter((_, place) => place !== at) })}>去掉</Button>
        </Space.Compact>
      ))}
      {free !== undefined && (
        <Button
          type="dashed"
          size="small"
          onClick={() => {
            const usual = bodies.some(({ role }) => role === "same-level-government") ? free.value : "same-level-government";
            change({ ...value, bodies: [...bodies, { role: usual, name: "" }] });
          }}
        >
          加一个复议机关
        </Button>
      )}
      <Space orientation="vertical" size={2} style={{ display: "flex", marginBlockStart: 8 }}>
        {BELONGING.map(({ name, label }) => (
          <Checkbox key={name} checked={value[name]} onChange={({ target }) => change({ ...value, [name]: target.checked })}>
            {label}
          </Checkbox>
        ))}
      </Space>
    </Form.Item>
  );
}

const BELONGING = [
  { name: "isUnderCentralDepartment", label: "本机关属于国务院部门（派出机构、授权的组织）" },
  { name: "isSetUpByDivision", label: "本机关是直辖市、设区的市的部门按照行政区划设立的派出机构" },
  { name: "isUnderDispatchedAuthority", label: "本机关是地区行政公署下属的县级人民政府" },
] as const;

type SeriesOf = LetterSettings["series"];

interface SeriesProps {
  readonly value: SeriesOf;
  readonly change: (value: SeriesOf) => void;
}

/** Letters that are numbered in a series of their own. */
export function Series({ value, change }: SeriesProps) {
  const set = (at: number, part: Partial<SeriesOf[number]>) =>
    change(value.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <Form.Item label="单独编号的文书（可不填）" extra="没有列出的文书共用机关代字，统一编号。">
      {value.map(({ letterId, code }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line that is being written has no other name
        <Space.Compact key={at} style={{ inlineSize: "100%", marginBlockEnd: 8 }}>
          <Select
            aria-label={`第 ${at + 1} 种单独编号的文书`}
            style={{ flex: 1 }}
            showSearch={{ optionFilterProp: "label" }}
            placeholder="哪一种文书"
            value={letterId === "" ? null : letterId}
            onChange={(next: string) => set(at, { letterId: next })}
            options={CASE_LETTERS.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Input
            aria-label={`第 ${at + 1} 种文书的代字`}
            placeholder="代字，如：青商补正"
            style={{ inlineSize: 200 }}
            value={code}
            onChange={({ target }) => set(at, { code: target.value })}
          />
          <Button onClick={() => change(value.filter((_, place) => place !== at))}>去掉</Button>
        </Space.Compact>
      ))}
      <Button type="dashed" size="small" onClick={() => change([...value, { letterId: "", code: "" }])}>
        加一种
      </Button>
    </Form.Item>
  );
}
