import { DISCLOSURE_ITEMS } from "../../law/publication/disclosure-items.js";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { FacetValue } from "../../register/portal/public-item.js";
import { agencyPath, COLUMNS, type Frame, PageFrame } from "./frame.js";

interface SiteMapPageProps {
  readonly frame: Frame;
  readonly agencies: readonly PublicAgency[];
  /** The items of Articles 20 and 21 under which something is published. */
  readonly items: readonly FacetValue[];
}

const SERVICES = [
  ["/search", "检索"],
  ["/ask", "政府信息公开申请"],
  ["/status", "查询办理进度"],
  ["/figures", "各机关年报数字"],
  ["/check", "年报自查"],
  ["/open-data", "开放数据"],
  ["/accessibility", "无障碍与适老化"],
] as const;

/** Every part of the site on one page. */
export function SiteMapPage({ frame, agencies, items }: SiteMapPageProps) {
  const filled = new Set(items.map(({ value }) => value));
  const [only] = agencies;
  const base = agencies.length === 1 && only !== undefined ? agencyPath(only.id) : "";
  return (
    <PageFrame frame={frame}>
      <h1>网站地图</h1>
      <section>
        <h2>栏目</h2>
        <ul class="links">
          {COLUMNS.map(({ id, name, path }) => (
            <li key={id}>
              <a href={`${base}/${path}`}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>办事和服务</h2>
        <ul class="links">
          {SERVICES.map(([path, name]) => (
            <li key={path}>
              <a href={path}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
      {filled.size > 0 && (
        <section>
          <h2>法定主动公开事项</h2>
          <ul class="links">
            {DISCLOSURE_ITEMS.filter(({ id }) => filled.has(id)).map(({ id, shortName }) => (
              <li key={id}>
                <a href={`/catalogue?item=${encodeURIComponent(id)}`}>{shortName}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {agencies.length > 1 && (
        <section>
          <h2>机关</h2>
          {agencies.map(({ id, name }) => (
            <section key={id} style={{ marginBlockStart: "1.25rem" }}>
              <h3>
                <a href={agencyPath(id)}>{name}</a>
              </h3>
              <ul class="links">
                {COLUMNS.map(({ id: column, name: label, path }) => (
                  <li key={column}>
                    <a href={`${agencyPath(id)}/${path}`} aria-label={`${name}：${label}`}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      )}
    </PageFrame>
  );
}
