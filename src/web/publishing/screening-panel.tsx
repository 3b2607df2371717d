import { Button, Checkbox } from "antd";
import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { valueOfHit } from "../../register/publishing/hit-id.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay } from "../office/session.js";
import { useSending } from "../office/use-sending.js";
import { ClearForm } from "./clear-form.js";
import { HitRow } from "./hit-row.js";
import type { ItemHit } from "./item.js";
import type { ItemPart } from "./item-page.js";
import { maskInFiles } from "./mask-in-files.js";

interface ScreeningPanelProps extends ItemPart {
  readonly chosen: string | null;
  readonly choose: (hitId: string) => void;
  /** Says how it was proved that what was hidden is gone. */
  readonly prove: (sentences: readonly string[]) => void;
}

/** What the screening found: each cleared with a reason or hidden, one by one or many at once. */
export function ScreeningPanel({ item, told, chosen, choose, prove }: ScreeningPanelProps) {
  const may = useMay();
  const { screening } = item;
  const open = screening.hits.filter(({ cleared }) => cleared === null);
  const done = screening.hits.filter(({ cleared }) => cleared !== null);
  const mayDecide = may("items:draft") && item.steps.some(({ id, why }) => id === "clear-hit" && why === null);
  const picks = usePicks(open);
  const decision = useDecision({ item, told, prove }, picks);
  const fault = decision.failure !== null && <FailureNote failure={decision.failure} />;
  const alike = (hit: ItemHit) => open.filter((other) => other.kind === hit.kind && valueOfHit(other.id) === valueOfHit(hit.id));
  return (
    <section aria-label="筛查结果" className="stack" style={{ gap: 8 }}>
      {mayDecide && open.length > 0 && <Decisions open={open} picks={picks} decision={decision} />}
      {mayDecide && <Kinds open={open} pickOnly={picks.pickOnly} />}
      {!decision.isClearing && fault}
      {decision.isClearing && (
        <ClearForm
          hits={picks.wanted}
          clear={decision.clear}
          isSending={decision.isSending}
          close={() => decision.setClearing(false)}
          fault={fault}
        />
      )}
      {[...open, ...done].map((hit) => (
        <HitRow
          key={hit.id}
          hit={hit}
          content={item.content}
          isChosen={hit.id === chosen}
          choose={() => choose(hit.id)}
          picking={
            mayDecide && hit.cleared === null ? { isPicked: picks.has(hit), pick: (isPicked) => picks.pick(hit, isPicked) } : null
          }
          alike={
            mayDecide && hit.cleared === null ? { count: alike(hit).length, pickAll: () => picks.pickMore(alike(hit)) } : null
          }
        />
      ))}
    </section>
  );
}

/** Which of what is open somebody has picked. */
function usePicks(open: readonly ItemHit[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const idsOf = (hits: readonly ItemHit[]) => hits.map(({ id }) => id);
  return {
    wanted: open.filter(({ id }) => picked.has(id)),
    has: ({ id }: ItemHit) => picked.has(id),
    pick(hit: ItemHit, isPicked: boolean) {
      const next = new Set(picked);
      if (isPicked) next.add(hit.id);
      else next.delete(hit.id);
      setPicked(next);
    },
    pickMore: (hits: readonly ItemHit[]) => setPicked(new Set([...picked, ...idsOf(hits)])),
    pickOnly: (hits: readonly ItemHit[]) => setPicked(new Set(idsOf(hits))),
  };
}

type Picks = ReturnType<typeof usePicks>;

/** Hides or clears what is picked. */
function useDecision({ item, told, prove }: Pick<ScreeningPanelProps, "item" | "told" | "prove">, { wanted, pickOnly }: Picks) {
  const [isClearing, setClearing] = useState(false);
  const { failure, isSending, send } = useSending();
  const { agencyId, id: itemId, version } = item;
  const params = { agencyId, itemId };
  const mask = () =>
    send(async () => {
      const said = await maskInFiles(item, wanted, told);
      const inText = wanted.flatMap(({ id, place }) => (place.in === "text" ? [id] : []));
      if (inText.length > 0) {
        const body = { version: said.version, hitIds: inText };
        await told(await call(publishingRoutes["mask-hits"], { params, body }));
      }
      const text = inText.length === 0 ? [] : [`已隐去正文 ${inText.length} 处，新的一稿已重新筛查。`];
      prove([...said.sentences, ...text]);
      pickOnly([]);
    });
  const clear = (why: string) =>
    send(async () => {
      const body = { version, hitIds: wanted.map(({ id }) => id), why };
      await told(await call(publishingRoutes["clear-hits"], { params, body }));
      pickOnly([]);
      setClearing(false);
    });
  return { mask, clear, isClearing, setClearing, isSending, failure };
}

interface DecisionsProps {
  readonly open: readonly ItemHit[];
  readonly picks: Picks;
  readonly decision: ReturnType<typeof useDecision>;
}

function Decisions({ open, picks: { wanted, pickOnly }, decision: { isSending, mask, setClearing } }: DecisionsProps) {
  return (
    <div className="page-actions" style={{ alignItems: "center" }}>
      <Checkbox
        checked={wanted.length === open.length}
        indeterminate={wanted.length > 0 && wanted.length < open.length}
        onChange={({ target }) => pickOnly(target.checked ? open : [])}
      >
        全选
      </Checkbox>
      <Button id="mask-hits" size="small" type="primary" disabled={wanted.length === 0} loading={isSending} onClick={mask}>
        隐去所选
      </Button>
      <Button id="clear-hits" size="small" disabled={wanted.length === 0 || isSending} onClick={() => setClearing(true)}>
        可以照原样公开
      </Button>
    </div>
  );
}

function Kinds({ open, pickOnly }: { readonly open: readonly ItemHit[]; readonly pickOnly: Picks["pickOnly"] }) {
  const kinds = [...new Map(open.map(({ kind, label }) => [kind, label]))];
  if (kinds.length < 2) return null;
  return (
    <div className="hit-kinds">
      <span className="quiet">按种类选择</span>
      {kinds.map(([kind, label]) => {
        const of = open.filter((hit) => hit.kind === kind);
        return (
          <Button key={kind} size="small" onClick={() => pickOnly(of)}>
            {label} {of.length}
          </Button>
        );
      })}
    </div>
  );
}
