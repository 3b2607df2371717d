import { AppError } from "../../errors.js";
import { themeName } from "../../law/publication/themes.js";
import { validityMark } from "../../law/publication/validity.js";
import { type ItemContent, type ItemContentInput, itemContent } from "../../register/publishing/item-content.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { misfitOf } from "../../register/transition.js";
import type { StoredFile } from "../../storage/stores/item-attachment-store.js";

/**
 * The content of a draft as it is kept: classes there are, marks the agency has, pictures that are among its files, and of each file what
 * the store knows of it and not what was sent. Throws INPUT_INVALID with each field that is wrong.
 */
export function checkedContent(
  given: ItemContentInput,
  { settings, files }: { readonly settings: PublishingSettings; readonly files: ReadonlyMap<string, StoredFile> },
): ItemContent {
  const parsed = itemContent.safeParse(given);
  if (!parsed.success) throw invalid(misfitOf(parsed.error).issues);
  const content = parsed.data;
  const issues = [
    ...(content.theme === null || themeName(content.theme) !== null ? [] : [{ path: "theme", message: "没有这一主题分类" }]),
    ...markIssues(content, settings),
    ...content.attachments.flatMap(({ id, name }) =>
      files.has(id) ? [] : [{ path: "attachments", message: `没有找到附件“${name}”，请重新上传` }],
    ),
    ...pictureIssues(content),
  ];
  if (issues.length > 0) throw invalid(issues);
  return { ...content, attachments: content.attachments.map((one) => files.get(one.id) ?? one) };
}

function markIssues({ validity }: ItemContent, { validityMarks }: PublishingSettings): Issue[] {
  if (validity === null || validityMark(validity, validityMarks)?.id === validity) return [];
  return [{ path: "validity", message: "没有这一有效性标注" }];
}

function pictureIssues({ blocks, attachments }: ItemContent): Issue[] {
  const pictures = new Set(attachments.flatMap(({ id, mediaType }) => (PICTURES.has(mediaType) ? [id] : [])));
  return blocks.flatMap((block, index) =>
    block.kind === "picture" && !pictures.has(block.attachmentId)
      ? [{ path: `blocks.${index}`, message: "插图应当是已上传的 jpg 或者 png 附件" }]
      : [],
  );
}

const PICTURES: ReadonlySet<string> = new Set(["image/jpeg", "image/png"]);

interface Issue {
  readonly path: string;
  readonly message: string;
}

function invalid(issues: readonly Issue[]): AppError {
  const fields = issues.map(({ path, message }) => (path === "" ? message : `${path}：${message}`)).join("；");
  return new AppError("INPUT_INVALID", { fields }, { details: issues });
}
