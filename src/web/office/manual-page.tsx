import { Card } from "antd";
import { useEffect } from "react";
import { Link, useLocation, useParams } from "react-router";
import administrators from "../../../docs/manual/administrators.md?raw";
import handler from "../../../docs/manual/handler.md?raw";
import head from "../../../docs/manual/head.md?raw";
import reviewer from "../../../docs/manual/reviewer.md?raw";
import supervisor from "../../../docs/manual/supervisor.md?raw";
import { MANUAL_PAGES, type ManualPage as Page } from "./help-topics.js";
import { chaptersOf, ManualText } from "./manual-text.js";
import { PageHead } from "./page-head.js";
import "./manual.css";

const TEXTS: Readonly<Record<Page, string>> = { handler, reviewer, head, supervisor, administrators };

/** The manual, as it is in docs/manual, with its pictures. */
export function ManualPage() {
  const asked = useParams().page ?? "handler";
  const page = asked in TEXTS ? (asked as Page) : "handler"; // looked up just before
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== "") document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
  return (
    <>
      <PageHead title={`使用手册：${MANUAL_PAGES[page]}`} />
      <div className="beside">
        <Card>
          <ManualText markdown={TEXTS[page]} />
        </Card>
        <Card size="small" title="各篇">
          <nav className="manual-pages" aria-label="使用手册各篇">
            {Object.entries(MANUAL_PAGES).map(([key, label]) => (
              <div key={key}>
                <Link to={`/manual/${key}`} aria-current={key === page ? "page" : undefined}>
                  {label}
                </Link>
                {key === page && (
                  <ul>
                    {chaptersOf(TEXTS[page]).map((chapter) => (
                      <li key={chapter}>
                        <Link to={`#${chapter}`}>{chapter}</Link>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </nav>
        </Card>
      </div>
    </>
  );
}
