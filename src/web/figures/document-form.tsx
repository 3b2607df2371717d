import { DatePicker, Form, Input, Modal, Radio } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { figureRoutes } from "../../api/figures.js";
import type { PlainDate } from "../../law/plain-date.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { KIND_LABELS, type NormativeDocument } from "./documents-tab.js";

interface DocumentFormProps {
  readonly documentId: string;
  readonly document: NormativeDocument | null;
  readonly close: () => void;
}

interface Values {
  readonly kind: NormativeDocument["kind"];
  readonly title: string;
  readonly number: string;
  readonly madeOn: Dayjs;
  readonly publishedOn: Dayjs | null;
  readonly repealedOn: Dayjs | null;
  readonly reason?: string;
}

/** Registers a document, or what became of it. */
export function DocumentForm({ documentId, document, close }: DocumentFormProps) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const [form] = Form.useForm<Values>();
  const save = () =>
    send(async () => {
      const { kind, title, number, madeOn, publishedOn, repealedOn, reason } = await form.validateFields();
      await call(figureRoutes.writeNormativeDocument, {
        params: { agencyId, documentId },
        body: {
          ...{ kind, title, number: number ?? "" },
          ...{ madeOn: dayOf(madeOn), publishedOn: dayOrNull(publishedOn), repealedOn: dayOrNull(repealedOn) },
          version: document?.version ?? 0,
          ...(reason ? { reason } : {}),
        },
      });
      await forget(figureRoutes.listNormativeDocuments);
      close();
    });
  const initial = document ?? {
    kind: "normative_docs" as const,
    title: "",
    number: "",
    madeOn: null,
    publishedOn: null,
    repealedOn: null,
  };
  return (
    <Modal
      open
      title={document === null ? "登记规章、规范性文件" : "修改，或者登记公开、废止"}
      onCancel={close}
      onOk={save}
      okText="保存"
      okButtonProps={{ loading: isSending }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...initial,
          madeOn: dayjsOf(initial.madeOn),
          publishedOn: dayjsOf(initial.publishedOn),
          repealedOn: dayjsOf(initial.repealedOn),
          reason: "",
        }}
      >
        <DocumentFields />
        {document !== null && (
          <Form.Item name="reason" label="原因">
            <Input maxLength={500} />
          </Form.Item>
        )}
        {failure !== null && <FailureNote failure={failure} />}
      </Form>
    </Modal>
  );
}

function DocumentFields() {
  return (
    <>
      <Form.Item name="kind" label="类别">
        <Radio.Group options={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="title" label="标题" rules={[{ required: true, message: "请填写标题" }]}>
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
      <Form.Item name="number" label="文号">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="madeOn" label="制发日期" rules={[{ required: true, message: "请填写制发日期" }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="publishedOn" label="公开日期">
        <DatePicker />
      </Form.Item>
      <Form.Item name="repealedOn" label="废止或者失效日期" extra="当日起不再计入现行有效。">
        <DatePicker />
      </Form.Item>
    </>
  );
}

const dayjsOf = (day: string | null): Dayjs | null => (day === null ? null : dayjs(day));
const dayOf = (day: Dayjs): PlainDate => day.format("YYYY-MM-DD") as PlainDate; // a calendar gives days that exist
const dayOrNull = (day: Dayjs | null): PlainDate | null => (day === null || day === undefined ? null : dayOf(day));
