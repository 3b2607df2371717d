import { Alert, Button, Space } from "antd";
import { useEffect, useRef } from "react";
import type { LetterSettings } from "../../register/letters/letter-settings.js";

const LABELS: Readonly<Record<keyof LetterSettings, string>> = {
  code: "机关代字",
  office: "承办机构",
  contact: "联系方式",
  inquiry: "查询方式",
  isSealed: "印章",
  reconsideration: "复议机关",
  court: "管辖的人民法院",
  onlineChannel: "网上申请复议的途径",
  remedy: "救济途径怎样写",
  payment: "缴费方式",
  series: "单独编号的文书",
  clock: "期限怎样计算",
};

interface SettingChangesProps {
  /** The settings as they were when somebody began to change them here, as they are now, and what was changed here. */
  readonly before: LetterSettings;
  readonly now: LetterSettings;
  readonly own: Partial<LetterSettings>;
  readonly goOn: () => void;
  readonly giveUp: () => void;
}

/** Somebody else has saved meanwhile: what they changed, what of it was changed here too, and the choice that only a person can make. */
export function SettingChanges({ before, now, own, goOn, giveUp }: SettingChangesProps) {
  const changed = (Object.keys(LABELS) as (keyof LetterSettings)[]) // the keys of the table above
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Alert
        type="warning"
        showIcon
        title="您填写的时候，别人保存了新的设置。您填写的内容还在，没有保存。"
        description={
          <>
            <ul style={{ margin: "0 0 10px", paddingInlineStart: 18 }}>
              {changed.map((name) => (
                <li key={name}>
                  {LABELS[name]}
                  {typeof now[name] === "string" && `：现在是“${now[name]}”`}
                  {name in own && <b>　您也改了这一处，保存后以您的为准。</b>}
                </li>
              ))}
            </ul>
            <Space wrap>
              <Button onClick={goOn}>看过了，保留我填写的</Button>
              <Button onClick={giveUp}>放弃我填写的</Button>
            </Space>
          </>
        }
      />
    </div>
  );
}
