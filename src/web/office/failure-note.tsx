import { Alert, Button } from "antd";
import type { CallFailed } from "./call.js";

/** What the server could not do, in its own sentence, with a way to try again. */
export function FailureNote({ failure, retry }: { readonly failure: CallFailed; readonly retry?: () => void }) {
  return (
    <Alert
      type="error"
      showIcon
      title={failure.message}
      action={
        retry && (
          <Button size="small" onClick={retry}>
            重试
          </Button>
        )
      }
    />
  );
}
