import { Alert, Button } from "antd";
import { FailureNote } from "../office/failure-note.js";
import type { useSettingsPart } from "./settings-part.js";

interface SettingsActionsProps {
  readonly of: Pick<ReturnType<typeof useSettingsPart>, "failure" | "isChanged" | "isSending" | "reset" | "save" | "takeTheirs">;
  /** Why it cannot be saved yet, in a sentence; null when it can. */
  readonly lacks: string | null;
}

/** Saves a part of the settings, or goes back to what is in force; whoever was slower is told who was faster. */
export function SettingsActions({ of: { failure, isChanged, isSending, reset, save, takeTheirs }, lacks }: SettingsActionsProps) {
  return (
    <>
      {isChanged && lacks !== null && <Alert type="info" showIcon title={lacks} />}
      {failure !== null && failure.code !== "RECORD_STALE" && <FailureNote failure={failure} />}
      {failure?.code === "RECORD_STALE" && (
        <Alert
          type="warning"
          showIcon
          title={failure.message}
          description="这里仍是您改的内容，可以先抄下来。"
          action={
            <Button size="small" onClick={takeTheirs}>
              放弃我的修改，看现行设置
            </Button>
          }
        />
      )}
      <div className="page-actions">
        <Button type="primary" loading={isSending} disabled={!isChanged || lacks !== null} onClick={save}>
          保存
        </Button>
        <Button disabled={!isChanged} onClick={reset}>
          恢复为现行设置
        </Button>
      </div>
    </>
  );
}
