import { Skeleton } from "antd";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { findingsByPlace } from "./finding-places.js";
import { NarrativeFrame } from "./narrative-frame.js";
import type { LiveReport } from "./report-page.js";
import { SectionCard } from "./section-card.js";

/** The words of the report: what the register counts, what a person wrote over it, and the places only a person can fill. */
export function NarrativeTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const params = { agencyId, year: live.year };
  const narrative = useCall(reportRoutes.readReportNarrative, { params });
  const checked = useCall(reportRoutes.readReportFindings, { params });
  // Findings stand between the lines: they come together with them, so that nothing moves afterwards.
  if (narrative.data !== undefined && checked.isLoading) return <Skeleton active paragraph={{ rows: 6 }} />;
  const findings = findingsByPlace(checked.data?.findings ?? []);
  return (
    <Answer of={narrative}>
      {({ frame, sections }) => (
        <div className="stack" style={{ maxInlineSize: 900 }}>
          <NarrativeFrame key={frame.version} year={live.year} frame={frame} findings={findings} />
          {sections.map((section) => (
            <SectionCard key={section.section} year={live.year} section={section} findings={findings} />
          ))}
        </div>
      )}
    </Answer>
  );
}
