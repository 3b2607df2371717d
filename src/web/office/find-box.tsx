import { AutoComplete, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import { publishingRoutes } from "../../api/publishing.js";
import { usePaused } from "../cases/case-choice.js";
import { useMay, useSession } from "./session.js";
import { useCall } from "./use-call.js";

const MOST = 8;

/** Finds cases and published items from every page. What is typed is kept out of the address of the page. */
export function FindBox() {
  const { agencyId } = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const text = usePaused(typed);
  const isWanted = text.length > 1 && agencyId !== "";
  const query = { text, limit: MOST };
  const cases = useCall(caseRoutes.list, { params: { agencyId }, query }, isWanted && may("cases:read"));
  const items = useCall(publishingRoutes["list-items"], { params: { agencyId }, query }, isWanted && may("items:read"));
  if (!may("cases:read") && !may("items:read")) return null;
  const options = isWanted
    ? [
        ...group(
          "申请",
          (cases.data?.items ?? []).map(({ id, number, description }) => ({
            value: `/cases/${encodeURIComponent(id)}`,
            label: `${number}　${description.slice(0, 32)}`,
          })),
        ),
        ...group(
          "信息",
          (items.data?.items ?? []).map(({ id, title }) => ({
            value: `/items/${encodeURIComponent(id)}`,
            label: title.slice(0, 44),
          })),
        ),
      ]
    : [];
  return (
    <AutoComplete
      aria-label="查找申请和信息"
      style={{ flex: 1, maxInlineSize: 420 }}
      value={typed}
      options={options}
      onChange={(value: string) => setTyped(value.startsWith("/") ? "" : value)}
      onSelect={(address: string) => {
        setTyped("");
        navigate(address);
      }}
      notFoundContent={isWanted && !cases.isFetching && !items.isFetching ? "没有找到。" : null}
    >
      <Input allowClear placeholder="查找申请和信息（按 / 键）" id="find-box" />
    </AutoComplete>
  );
}

interface Found {
  readonly value: string;
  readonly label: string;
}

function group(label: string, options: readonly Found[]) {
  return options.length === 0 ? [] : [{ label, options: [...options] }];
}
