import type { AccessToken } from "../../storage/accounts/token-store.js";
import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { namesOf } from "../cases/names-of.js";
import { exportList, type ListFile } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { listTokens } from "./access-tokens.js";

interface TokensToExport {
  readonly agencyId: string;
  /** What a right is called in the table of rights. */
  labelOf(right: string): string;
}

/** The tokens of other systems as a workbook: what each may do and until when, never the secret nor its hash. */
export async function exportTokens(office: Office, actor: Actor, { agencyId, labelOf }: TokensToExport): Promise<ListFile> {
  const rows = await listTokens(office, [agencyId]);
  const nameOf = await namesOf(
    office,
    rows.map(({ madeBy }) => madeBy),
  );
  const now = office.now().toISOString();
  const columns: readonly ListColumn<AccessToken>[] = [
    { head: "名称", width: 40, of: ({ name }) => name },
    { head: "可以做什么", width: 50, of: ({ rights }) => rights.map(labelOf).join("、") },
    {
      head: "状态",
      width: 10,
      of: ({ revokedAt, endsAt }) => (revokedAt !== null ? "已撤销" : endsAt <= now ? "已到期" : "在用"),
    },
    { head: "签发时间", width: 18, kind: "instant", of: ({ madeAt }) => madeAt },
    { head: "签发人", width: 14, of: ({ madeBy }) => nameOf(madeBy) },
    { head: "到期", width: 18, kind: "instant", of: ({ endsAt }) => endsAt },
    { head: "最近使用", width: 18, kind: "instant", of: ({ usedAt }) => usedAt },
    { head: "撤销时间", width: 18, kind: "instant", of: ({ revokedAt }) => revokedAt },
  ];
  return exportList(office, actor, { agencyId, list: "访问令牌", columns, rows });
}
