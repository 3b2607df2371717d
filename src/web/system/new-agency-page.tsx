import { Button, Card, Form } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { agencyRoutes } from "../../api/agencies.js";
import type { PlainDate } from "../../law/plain-date.js";
import { DayField } from "../components/day-field.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { AgencyRow } from "./agencies-page.js";
import { AgencyChoice, isFilled, NewAgencyFields, NO_VALUES, sentAgency } from "./agency-fields.js";

/** 建立机关. */
export function NewAgencyPage() {
  const agencies = useCall(agencyRoutes.list);
  return (
    <>
      <PageHead
        title="建立机关"
        lead="机关建好以后，请安全管理员给它的人建立账号，再由它的负责人填写机关设置和公开指南。"
        actions={<Link to="/agencies">返回机关</Link>}
      />
      <Answer of={agencies}>{({ items, today }) => <NewAgencyForm agencies={items} today={today} />}</Answer>
    </>
  );
}

function NewAgencyForm({ agencies, today }: { readonly agencies: readonly AgencyRow[]; readonly today: string }) {
  const go = useNavigate();
  const [values, setValues] = useState(NO_VALUES);
  const [parentId, setParentId] = useState<string | null>(null);
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const { failure, isSending, send } = useSending();
  const add = () =>
    send(async () => {
      const added = await call(agencyRoutes.add, {
        body: { ...sentAgency(values), parentId, from: from as PlainDate /* the server checks it */ },
      });
      await forget(agencyRoutes.list);
      await go(`/agencies/${encodeURIComponent(added.id)}`);
    });
  return (
    <Card style={{ maxInlineSize: 760 }}>
      <Form layout="vertical" requiredMark={false} onFinish={add}>
        <NewAgencyFields prefix="agency" values={values} change={(part) => setValues({ ...values, ...part })} />
        <Form.Item
          label="上级"
          htmlFor="agency-parent"
          extra="部门的上级是本级政府，下级政府的上级是上一级政府。上级机关的“主管部门”人员可以看它的台账和统计。最上面一级不选。"
        >
          <AgencyChoice
            id="agency-parent"
            {...{ agencies, value: parentId, choose: setParentId }}
            placeholder="没有上级"
            allowClear
          />
        </Form.Item>
        <Form.Item
          label="从哪天起"
          htmlFor="agency-from"
          extra="机关成立的日子；早就有的，填要在这里登记的第一年的 1 月 1 日。要补录以前年度的，填得早一些。"
        >
          <DayField id="agency-from" value={from} change={setFrom} />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
        <Button type="primary" htmlType="submit" disabled={!isFilled(values)} loading={isSending}>
          建立
        </Button>
      </Form>
    </Card>
  );
}
