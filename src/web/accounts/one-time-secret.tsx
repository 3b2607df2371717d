import { Alert, Button, Modal, Typography } from "antd";

interface OneTimeSecretProps {
  readonly title: string;
  /** What to do with it. */
  readonly lead: string;
  readonly secret: string;
  readonly close: () => void;
}

/** A password or token that is shown this once: closing says plainly that it was written down. */
export function OneTimeSecret({ title, lead, secret, close }: OneTimeSecretProps) {
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          已经记下
        </Button>
      }
    >
      <div className="stack">
        <p style={{ margin: 0 }}>{lead}</p>
        <Typography.Text
          code
          copyable={{ tooltips: ["复制", "已复制"] }}
          style={{ fontSize: 20, overflowWrap: "anywhere" }}
          data-testid="secret"
        >
          {secret}
        </Typography.Text>
        <Alert type="warning" showIcon title="只显示这一次，关闭后谁也看不到。" />
      </div>
    </Modal>
  );
}
