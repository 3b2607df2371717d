import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { helpTopic, MANUAL_PAGES } from "./help-topics.js";

/** ？: what this page is for, the article behind it, where the manual says more, and the tour again. */
export function HelpButton({ tour }: { readonly tour: () => void }) {
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const topic = helpTopic(pathname);
  const close = () => setOpen(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title="这一页"
      content={
        <div className="stack" style={{ inlineSize: 320, gap: 10 }}>
          {topic !== null && <span>{topic.text}</span>}
          {topic?.article !== undefined && <span className="quiet">{topic.article}</span>}
          {topic !== null && (
            <Link to={`/manual/${topic.manual}`} onClick={close}>
              使用手册：{MANUAL_PAGES[topic.manual]}
            </Link>
          )}
          <Button
            size="small"
            style={{ alignSelf: "start" }}
            onClick={() => {
              close();
              tour();
            }}
          >
            看一遍导览
          </Button>
        </div>
      }
    >
      <Button type="text" aria-label="帮助" data-tour="help" icon={<QuestionCircleOutlined style={{ fontSize: 18 }} />} />
    </Popover>
  );
}
