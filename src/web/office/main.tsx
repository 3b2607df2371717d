import { ConfigProvider } from "antd";
import locale from "antd/locale/zh_CN";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<ConfigProvider locale={locale} />);
