import { Empty } from "antd";
import { Link } from "react-router";
import { useMay } from "./session.js";

/** In place of a page of an agency, for whoever works in none: what is missing, and who can mend it. */
export function NoAgency() {
  const may = useMay();
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        may("system:manage")
          ? "这一页属于一个机关，现在还没有机关。"
          : "这一页属于一个机关，您还没有在哪个机关任职。请安全管理员在“账号和权限”里给您加一个机关的角色。"
      }
    >
      {may("system:manage") && <Link to="/agencies/new">建立机关</Link>}
    </Empty>
  );
}
