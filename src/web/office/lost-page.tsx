import { Button, Result } from "antd";
import { SunMark } from "./sun-mark.js";

/** An address that leads nowhere, or a page that broke: where to go on. */
export function LostPage() {
  return (
    <Result
      icon={
        <span className="lost-mark">
          <SunMark />
        </span>
      }
      title="没有打开这个页面"
      subTitle="地址可能写错了，或者程序刚刚升级过。填写中的内容保留在本机。"
      extra={
        <Button type="primary" href="/">
          回到首页
        </Button>
      }
    />
  );
}
