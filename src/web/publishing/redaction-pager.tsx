import { Button, Segmented, Select, Space } from "antd";
import type { DrawnMark } from "./redaction-mark.js";

interface RedactionPagerProps {
  readonly page: number;
  readonly pages: number;
  readonly turn: (page: number) => void;
  readonly marks: readonly DrawnMark[];
}

const MOST_BUTTONS = 12;

/** Turns the pages; each says how many marks it has. */
export function RedactionPager({ page, pages, turn, marks }: RedactionPagerProps) {
  const label = (number: number) => {
    const count = marks.filter((mark) => mark.page === number).length;
    return count === 0 ? `${number}` : `${number}（${count} 处）`;
  };
  if (pages <= MOST_BUTTONS) {
    const options = Array.from({ length: pages }, (_, at) => ({ value: at + 1, label: label(at + 1) }));
    return (
      <div>
        第 <Segmented aria-label="页" value={page} onChange={turn} options={options} /> 页
      </div>
    );
  }
  return (
    <Space>
      <Button disabled={page <= 1} onClick={() => turn(page - 1)}>
        上一页
      </Button>
      <Select
        aria-label="页"
        value={page}
        onChange={turn}
        style={{ inlineSize: 140 }}
        options={Array.from({ length: pages }, (_, at) => ({ value: at + 1, label: `第 ${label(at + 1)} 页` }))}
      />
      <Button disabled={page >= pages} onClick={() => turn(page + 1)}>
        下一页
      </Button>
    </Space>
  );
}
