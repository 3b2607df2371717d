import { Button, Input, Upload } from "antd";
import { useState } from "react";
import { publishingRoutes } from "../../api/publishing.js";
import type { ItemBlock } from "../../register/publishing/item-block.js";
import { addressOf } from "../office/call.js";
import { useSession } from "../office/session.js";

interface PictureFieldProps {
  readonly id: string;
  readonly block: Extract<ItemBlock, { readonly kind: "picture" }>;
  readonly set: (block: ItemBlock) => void;
}

/** A picture in the text with what it shows in words; without them nothing is saved (WCAG 2.2, 1.1.1). */
export function PictureField({ id, block, set }: PictureFieldProps) {
  const { agencyId } = useSession();
  const params = { agencyId, attachmentId: block.attachmentId };
  return (
    <div className="picture-field">
      <img src={addressOf(publishingRoutes["read-stored-picture"], { params })} alt={block.alt} />
      <Input
        id={id}
        aria-label="插图的文字说明"
        placeholder="图里是什么，如：低保办理流程图：申请、受理、审核、公示、发放"
        status={block.alt.trim() === "" ? "warning" : ""}
        maxLength={500}
        value={block.alt}
        onChange={({ target }) => set({ ...block, alt: target.value })}
      />
    </div>
  );
}

export function PictureButton({ add }: { readonly add: (file: File) => Promise<void> }) {
  const [isSending, setSending] = useState(false);
  return (
    <Upload
      accept=".jpg,.jpeg,.png"
      showUploadList={false}
      beforeUpload={(file) => {
        setSending(true);
        void add(file).finally(() => setSending(false));
        return false;
      }}
    >
      <Button type="dashed" block loading={isSending}>
        加插图（jpg、png）
      </Button>
    </Upload>
  );
}

/** Broader than any page is shown; what is larger only loads slowly on a phone. */
const MOST_PIXELS_ACROSS = 2000;

/**
 * A picture drawn anew: turned as it is to be seen, no larger than a page needs, without what a camera wrote into it. What the browser
 * cannot draw is sent as it is: the server looks at it and says what is wrong.
 */
export async function drawnAnew(file: File): Promise<File> {
  const drawn = await createImageBitmap(file).catch(() => null);
  if (drawn === null) return file;
  const scale = Math.min(1, MOST_PIXELS_ACROSS / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(drawn.width * scale));
  canvas.height = Math.max(1, Math.round(drawn.height * scale));
  canvas.getContext("2d")?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  const type = /\.png$/i.test(file.name) ? "image/png" : "image/jpeg";
  const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, type, 0.9));
  return blob === null ? file : new File([blob], file.name, { type });
}
