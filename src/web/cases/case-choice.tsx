import { Select } from "antd";
import { useEffect, useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";

const PAUSE = 250;
const MOST = 20;

interface CaseChoiceProps {
  readonly id: string;
  readonly value: string | null;
  /** Shown for the value until it is looked for. */
  readonly label?: string | undefined;
  readonly except?: string;
  readonly choose: (caseId: string | null) => void;
}

/** Finds a case of the agency by its number or words of what was asked for. */
export function CaseChoice({ id, value, label, except, choose }: CaseChoiceProps) {
  const { agencyId } = useSession();
  const [typed, setTyped] = useState("");
  const text = usePaused(typed);
  const found = useCall(caseRoutes.list, { params: { agencyId }, query: { limit: MOST, ...(text !== "" && { text }) } });
  const options = (found.data?.items ?? [])
    .filter((row) => row.id !== except)
    .map((row) => ({ value: row.id, label: `${row.number}　${row.description.slice(0, 36)}` }));
  const known = value !== null && label !== undefined && !options.some((one) => one.value === value);
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入编号或者申请内容查找"
      value={value}
      onChange={(chosen: string | undefined) => choose(chosen ?? null)}
      options={known ? [{ value, label }, ...options] : options}
      notFoundContent={found.isFetching ? "正在查找……" : "没有找到。"}
    />
  );
}

/** What was typed, once nothing more was typed for a moment. */
export function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}
