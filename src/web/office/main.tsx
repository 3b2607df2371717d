import "../portal-check/older-browsers.js";
import "./no-eval.js";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { FirstPage } from "./first-page.js";
import { LostPage } from "./lost-page.js";
import { NoticesPage } from "./notices-page.js";
import { OfficeRoot } from "./office-root.js";
import { OwnAccountPage } from "./own-account-page.js";
import { PAGES } from "./pages.js";
import { Shell } from "./shell.js";
import { giveStylesNonce } from "./style-nonce.js";
import "./office.css";

giveStylesNonce();

const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <LostPage />,
    children: [
      { path: "/", element: <FirstPage /> },
      { path: "/own-account", element: <OwnAccountPage /> },
      { path: "/notices", element: <NoticesPage /> },
      { path: "/manual/:page", lazy: async () => ({ Component: (await import("./manual-page.js")).ManualPage }) },
      ...PAGES,
      { path: "*", element: <LostPage /> },
    ],
  },
]);

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <OfficeRoot>
      <RouterProvider router={router} />
    </OfficeRoot>,
  );
}
