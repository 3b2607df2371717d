import { Steps } from "antd";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { EditionCard } from "./edition-card.js";
import { FreezeCard } from "./freeze-card.js";
import type { LiveReport } from "./report-page.js";

const STEPS = [{ title: "定稿" }, { title: "发布：写出文件并读回核对" }, { title: "已在公开平台公布" }];

/** Freeze, release, correct: what is still in the way, and every edition with its files. */
export function ReleaseTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const freezing = useCall(reportRoutes.readFreezing, { params: { agencyId, year: live.year } });
  const last = live.editions.at(-1);
  const done = last === undefined ? 0 : last.release === null ? 1 : STEPS.length;
  return (
    <Answer of={freezing}>
      {(state) => (
        <div className="stack" style={{ maxInlineSize: 900 }}>
          <Steps size="small" current={done} items={STEPS} />
          <FreezeCard live={live} state={state} />
          {live.editions.toReversed().map((edition) => (
            <EditionCard key={edition.edition} edition={edition} newest={last?.edition ?? 0} />
          ))}
        </div>
      )}
    </Answer>
  );
}
