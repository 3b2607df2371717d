import type { PublicAgency } from "../../register/portal/public-agency.js";
import { agencyPath, type Frame, PageFrame } from "./frame.js";

interface AgenciesPageProps {
  readonly frame: Frame;
  readonly agencies: readonly PublicAgency[];
  /** What each agency's link leads to, below its own address: "guide". */
  readonly path: string;
  /** Before the id of the agency, where it is not its own address: "/ask". */
  readonly base?: string;
}

/** A column of a city: whose guide, whose rules. */
export function AgenciesPage({ frame, agencies, path, base }: AgenciesPageProps) {
  return (
    <PageFrame frame={frame}>
      <h1>{frame.title}</h1>
      <p class="lead">请选择机关。</p>
      <ul class="cards">
        {agencies.map(({ id, name, place }) => (
          <li key={id}>
            <a class="card" href={base === undefined ? `${agencyPath(id)}/${path}` : `${base}/${encodeURIComponent(id)}`}>
              <b>{name}</b>
              {place.name !== null && <p>{place.name}</p>}
            </a>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
