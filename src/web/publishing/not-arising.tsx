import { Input, Modal } from "antd";
import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { Entry } from "./catalogue-page.js";
import { focusFirstField } from "./focus-first-field.js";

/** Why an item of the law does not arise in this agency; written into its settings and shown in the catalogue. */
export function NotArising({ entry, close }: { readonly entry: Entry; readonly close: () => void }) {
  const { agencyId } = useSession();
  const [why, setWhy] = useState(entry.note ?? "");
  const { failure, isSending, send } = useSending();
  const save = () =>
    send(async () => {
      const { version, settings } = await call(publishingRoutes["read-publishing-settings"], { params: { agencyId } });
      const others = settings.notArising.filter(({ disclosureItem }) => disclosureItem !== entry.id);
      const notArising = why.trim() === "" ? others : [...others, { disclosureItem: entry.id, why }];
      const body = { version, settings: { ...settings, notArising } };
      await call(publishingRoutes["write-publishing-settings"], { params: { agencyId }, body });
      await forget(publishingRoutes["read-catalogue"], publishingRoutes["read-publishing-settings"]);
      close();
    });
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title={`“${entry.shortName}”本机关不涉及`}
      okText="保存"
      okButtonProps={{ loading: isSending }}
      onOk={save}
      onCancel={close}
    >
      <p className="quiet">{entry.text}</p>
      <Input.TextArea
        aria-label="为什么不涉及"
        placeholder="为什么不涉及，例如：本机关没有行政处罚权。清空就不再说明。"
        autoSize={{ minRows: 2 }}
        maxLength={300}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      {failure !== null && <FailureNote failure={failure} />}
    </Modal>
  );
}
