import { CheckedReportView } from "../portal/checked-report-view.js";
import { FaultSummary } from "../portal/form-parts.js";
import { type CheckState, STAGE_TEXT } from "./check-state.js";
import { listingAddress } from "./listing-address.js";

interface CheckHereProps {
  readonly state: CheckState;
  readonly stop: () => void;
  /** Hands the file to the server, which only the person may decide. */
  readonly sendToServer: () => void;
}

/** What a check in the browser shows below its form, or in the place of it. */
export function CheckHere({ state, stop, sendToServer }: CheckHereProps) {
  return (
    <>
      <div role="status" class="check-progress">
        {state.kind === "busy" && (
          <>
            <progress aria-label="正在检查" /> {STAGE_TEXT[state.stage]}
          </>
        )}
      </div>
      {state.kind === "busy" && (
        <p>
          <button class="plain" type="button" onClick={stop}>
            停止
          </button>
        </p>
      )}
      {state.kind === "refused" && <FaultSummary faults={[{ field: "report", message: state.message }]} lead="没有检查：" />}
      {state.kind === "beyond" && (
        <div class="check-beyond note warning" role="alert" tabIndex={-1} id="faults">
          <p>
            <b>没有在浏览器里检查：</b>
            {state.why}
          </p>
          <p>
            可以改由本网站的服务器读取：文件会上传，只在内存中检查，读后即删，不保存，也不交给任何人。不点下面的按钮，文件不会离开这台设备。
          </p>
          <p>
            <button class="button" type="button" onClick={sendToServer}>
              改由服务器读取（读后即删）
            </button>
          </p>
        </div>
      )}
      {state.kind === "checked" && (
        <>
          <CheckedReportView checked={state.checked} />
          <p class="no-print">
            下载问题清单：
            {(["csv", "json"] as const).map((format) => (
              <a
                key={format}
                class="check-download"
                download={`${state.checked.name}-检查结果.${format}`}
                href={listingAddress(state.checked, format)}
              >
                {format}
              </a>
            ))}
          </p>
        </>
      )}
    </>
  );
}
