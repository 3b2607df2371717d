import { Alert, Button, Input, InputNumber, Space, Table, type TableColumnsType, Tag } from "antd";
import { useState } from "react";
import { figureRoutes } from "../../api/figures.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { FigureHistory } from "./figure-history.js";
import { FigureImport } from "./figure-import.js";
import {
  type Asked,
  type CellPlace,
  type Figure,
  type Figures,
  figuresToSend,
  keyOf,
  standingFigures,
  totalOf,
} from "./month-grid.js";
import "./figures.css";

/** Months across, rows of table two down: a grid that is filled like a sheet, by keyboard. */
export function MonthsTab({ year }: { readonly year: number }) {
  const { agencyId } = useSession();
  const list = useCall(figureRoutes.listFigures, { params: { agencyId }, query: { year } });
  return <Answer of={list}>{(figures) => <MonthGrid year={year} figures={figures} />}</Answer>;
}

function MonthGrid({ year, figures }: { readonly year: number; readonly figures: Figures }) {
  const { agencyId } = useSession();
  const mayWrite = useMay()("figures:write");
  const { failure, isSending, send } = useSending();
  const [typed, setTyped] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState<(CellPlace & { label: string }) | null>(null);
  const standing = standingFigures(figures.figures);
  const changes = figuresToSend(typed, standing, reason);
  const isCorrecting = changes.some(({ version }) => version > 0);
  const missing = figures.asked.reduce((sum, one) => sum + one.missing.length, 0);
  const save = () =>
    send(async () => {
      await call(figureRoutes.writeFigures, { params: { agencyId }, body: { figures: changes } });
      setTyped(new Map());
      setReason("");
      await forget(figureRoutes.listFigures);
    });
  return (
    <div className="stack">
      {missing > 0 && (
        <Alert type="info" showIcon title={`已经过去的月份还有 ${missing} 格没有填。确实没有的填 0，空着不当作 0。`} />
      )}
      <Space wrap>
        {mayWrite && <FigureImport year={year} />}
        <Button href={addressOf(figureRoutes.exportFigures, { params: { agencyId }, query: { year } })}>导出 xlsx</Button>
        <span className="quiet">单击数字右下的圆点看来源和历次改动。</span>
      </Space>
      <Table<Asked>
        className="month-grid"
        rowKey={({ row, column }) => `${row}|${column}`}
        size="small"
        bordered
        pagination={false}
        dataSource={figures.asked.filter(({ isPowerless }) => !isPowerless)}
        columns={columnsOf({ year, standing, typed, mayWrite, setTyped, show: setShown })}
        scroll={{ x: 1108 }}
      />
      {failure !== null && <FailureNote failure={failure} retry={() => void forget(figureRoutes.listFigures)} />}
      {mayWrite && (
        <SaveBar
          many={changes.length}
          isCorrecting={isCorrecting}
          isSending={isSending}
          reason={reason}
          setReason={setReason}
          save={save}
          discard={() => setTyped(new Map())}
        />
      )}
      {shown !== null && <FigureHistory place={shown} label={shown.label} close={() => setShown(null)} />}
    </div>
  );
}

interface SaveBarProps {
  /** How many numbers would be written. */
  readonly many: number;
  readonly isCorrecting: boolean;
  readonly isSending: boolean;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

function SaveBar({ many, isCorrecting, isSending, reason, setReason, save, discard }: SaveBarProps) {
  return (
    <Space wrap>
      {isCorrecting && (
        <Input
          aria-label="改动原因"
          placeholder="改动了已填的数字，请写原因"
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          style={{ inlineSize: 300 }}
        />
      )}
      <Button type="primary" loading={isSending} disabled={many === 0 || (isCorrecting && reason.trim() === "")} onClick={save}>
        {many === 0 ? "保存" : `保存 ${many} 个数字`}
      </Button>
      {many > 0 && <Button onClick={discard}>不改了</Button>}
    </Space>
  );
}

interface GridState {
  readonly year: number;
  readonly standing: ReadonlyMap<string, Figure>;
  readonly typed: ReadonlyMap<string, number | null>;
  readonly mayWrite: boolean;
  readonly setTyped: (change: (typed: ReadonlyMap<string, number | null>) => ReadonlyMap<string, number | null>) => void;
  readonly show: (place: CellPlace & { label: string }) => void;
}

function columnsOf(grid: GridState): TableColumnsType<Asked> {
  const { year, standing, typed } = grid;
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`);
  const valueAt = (key: string): number | null =>
    typed.has(key) ? (typed.get(key) ?? null) : (standing.get(key)?.value ?? null);
  return [
    {
      title: "数字",
      fixed: "start",
      width: 148,
      render: (_, { label, unit, missing }) => (
        <>
          {label}
          {unit !== null && !label.includes(unit) && <span className="quiet">（{unit}）</span>}
          {missing.length > 0 && (
            <>
              {" "}
              <Tag color="warning">缺 {missing.length}</Tag>
            </>
          )}
        </>
      ),
    },
    ...months.map((month) => ({
      title: `${Number(month.slice(5))}月`,
      width: 72,
      className: "month-column",
      render: (_: unknown, asked: Asked) => <MonthCell asked={asked} month={month} grid={grid} value={valueAt} />,
    })),
    { title: "合计", width: 96, align: "end", render: (_, asked) => totalOf(asked, months, valueAt) },
  ];
}

interface MonthCellProps {
  readonly asked: Asked;
  readonly month: string;
  readonly grid: GridState;
  readonly value: (key: string) => number | null;
}

function MonthCell({ asked: { row, column, label, unit }, month, grid, value }: MonthCellProps) {
  const place = { row, column, month };
  const key = keyOf(place);
  const there = grid.standing.get(key);
  const isFuture = month > new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(0, 7);
  if (isFuture) return null;
  const source = there === undefined ? "" : `${there.source}，${minuteText(there.recordedAt)}`;
  const name = `${label} ${month}`;
  return (
    <div className="month-cell">
      <InputNumber<number>
        aria-label={name}
        title={there === undefined ? "" : `${there.value}（${source}）`}
        size="small"
        controls={false}
        disabled={!grid.mayWrite}
        value={value(key)}
        {...(unit === null ? { precision: 0 } : {})}
        onChange={(number) => grid.setTyped((typed) => new Map(typed).set(key, number))}
      />
      {there !== undefined && (
        <button
          type="button"
          className="month-source"
          aria-label={`${name}的来源`}
          title={source}
          tabIndex={-1}
          onClick={() => grid.show({ ...place, label: name })}
        />
      )}
    </div>
  );
}
