import { Alert, Button, Typography } from "antd";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly done: () => void;
}

/** The codes for the day the phone or the key is lost, shown this once. */
export function RecoveryCodes({ codes, done }: RecoveryCodesProps) {
  return (
    <div className="stack">
      <b>恢复码</b>
      <Alert type="warning" title="手机或者密钥不在身边时，用其中一个代替，每个只能用一次。只显示这一次，请抄下保管好。" />
      <Typography.Paragraph copyable={{ text: codes.join("\n"), tooltips: ["复制", "已复制"] }} style={{ margin: 0 }}>
        <code className="recovery-codes">
          {codes.map((code) => (
            <span key={code}>{code}</span>
          ))}
        </code>
      </Typography.Paragraph>
      <Button type="primary" block onClick={done}>
        已经抄好
      </Button>
    </div>
  );
}
