import { render } from "preact";
import { CheckHere } from "./check-here.js";
import { CheckInWorker } from "./check-in-worker.js";
import type { CheckState } from "./check-state.js";
import { takeDrops } from "./take-drops.js";

const RESULT_MARK = "#result";

/** Checks what is chosen in this form inside the browser. The form itself stays as it came: without this script the server reads. */
function checkHere(form: HTMLFormElement, sheet: HTMLElement, place: HTMLElement): void {
  const checker = new CheckInWorker();
  const inputs = { report: fileInput("report"), previous: fileInput("previous") };
  const { title } = document;
  let state: CheckState = { kind: "waiting" };
  let latest: CheckState | null = null;

  const show = (next: CheckState) => {
    state = next;
    const isResult = state.kind === "checked";
    sheet.hidden = isResult;
    document.title = isResult ? title.replace("年报自查", "检查结果") : title;
    for (const button of form.querySelectorAll<HTMLButtonElement>("button[type=submit]")) button.disabled = state.kind === "busy";
    render(<CheckHere state={state} stop={() => checker.stop()} sendToServer={() => form.submit()} />, place);
    if (isResult) latest = state;
    if (isResult) place.querySelector("h1")?.focus({ preventScroll: true });
    else document.getElementById("faults")?.focus();
  };
  const check = async () => {
    const report = inputs.report?.files?.[0];
    if (report === undefined || state.kind === "busy") return;
    show({ kind: "busy", stage: "opening" });
    const outcome = await checker.check(
      {
        kind: "check",
        report,
        previous: inputs.previous?.files?.[0] ?? null,
        mostMegabytes: Number(form.dataset.mostMegabytes),
      },
      (stage) => show({ kind: "busy", stage }),
    );
    if (outcome.kind === "checked") history.pushState(null, "", RESULT_MARK);
    show(outcome.kind === "stopped" ? { kind: "waiting" } : outcome);
    if (outcome.kind === "checked") window.scrollTo(0, 0);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  takeDrops(form, (files) => {
    if (inputs.report === null) return;
    if (files.length > 1) return show({ kind: "refused", message: "一次查一份报告；上一年度的报告请在下面一栏里选择。" });
    inputs.report.files = files;
    check();
  });
  place.addEventListener("click", (event) => {
    // "再查一份" needs no new page, so it works without a connection.
    if (!(event.target instanceof HTMLAnchorElement) || event.target.getAttribute("href") !== "/check") return;
    event.preventDefault();
    form.reset();
    history.pushState(null, "", "/check");
    show({ kind: "waiting" });
    inputs.report?.focus();
  });
  window.addEventListener("popstate", () => {
    if (location.hash === "") {
      if (state.kind === "checked") show({ kind: "waiting" });
    } else if (latest !== null && state.kind === "waiting") show(latest);
  });
  const told = document.getElementById("check-place");
  const say = (words: string) => {
    if (told !== null) told.textContent = `文件只在您的浏览器里读取，不会上传；关闭页面，什么也不留下。${words}`;
  };
  say("");
  checker.prepare(() => say("现在断网也能查（pdf 除外）。"));
}

function fileInput(id: string): HTMLInputElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLInputElement ? found : null;
}

const form = document.querySelector<HTMLFormElement>("form#check-form");
const sheet = document.getElementById("check-sheet");
const place = document.getElementById("check-here");
if (form !== null && sheet !== null && place !== null) checkHere(form, sheet, place);
