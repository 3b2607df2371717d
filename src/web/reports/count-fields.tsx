import { Button, Card, Form, Input, InputNumber, Space } from "antd";
import type { Facts } from "./use-typed-facts.js";

type Counts = Facts["published"];

interface CountProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly change: (value: number | undefined) => void;
}

/** A number that may be missing; missing is not zero. */
export function Count({ label, value, change }: CountProps) {
  return (
    <Form.Item label={label} style={{ marginBlockEnd: 0 }}>
      <InputNumber
        aria-label={label}
        min={0}
        precision={0}
        value={value ?? null}
        onChange={(number) => change(number ?? undefined)}
      />
    </Form.Item>
  );
}

interface CountListProps {
  readonly title: string;
  readonly example: string;
  readonly counts: Counts;
  readonly change: (counts: Counts) => void;
}

/** Numbers with names of their own, as many as there are. */
export function CountList({ title, example, counts, change }: CountListProps) {
  const rows = counts ?? [];
  const set = (at: number, row: { name: string; items: number }) => change(rows.map((one, place) => (place === at ? row : one)));
  return (
    <Card size="small" title={title}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row that is being typed has no other name
        <Space key={at} style={{ display: "flex", marginBlockEnd: 8 }}>
          <Input
            aria-label="名称"
            value={row.name}
            placeholder={example}
            onChange={({ target }) => set(at, { ...row, name: target.value })}
          />
          <InputNumber
            aria-label="条数"
            min={0}
            precision={0}
            value={row.items}
            onChange={(items) => set(at, { ...row, items: items ?? 0 })}
          />
          <Button onClick={() => change(rows.length === 1 ? null : rows.filter((_, place) => place !== at))}>删除</Button>
        </Space>
      ))}
      <Button type="dashed" onClick={() => change([...rows, { name: "", items: 0 }])}>
        加一行
      </Button>
    </Card>
  );
}
