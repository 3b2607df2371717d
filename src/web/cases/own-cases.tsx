import { Checkbox, Tag } from "antd";
import { useMay, useSession } from "../office/session.js";

interface OwnCasesProps {
  /** The name the list is narrowed to, as the address has it. */
  readonly handler: string | undefined;
  readonly choose: (handler: string | undefined) => void;
}

/** Narrows a list of requests to those given to whoever looks; another name that the address has can be taken away. */
export function OwnCases({ handler, choose }: OwnCasesProps) {
  const { name } = useSession();
  const may = useMay();
  const isOther = handler !== undefined && handler !== name;
  return (
    <span>
      {may("cases:handle") && (
        <Checkbox checked={handler === name} onChange={({ target }) => choose(target.checked ? name : undefined)}>
          只看我承办的
        </Checkbox>
      )}
      {isOther && (
        <Tag closable={{ "aria-label": "不限承办人" }} onClose={() => choose(undefined)}>
          承办：{handler}
        </Tag>
      )}
    </span>
  );
}
