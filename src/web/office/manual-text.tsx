import type { ReactNode } from "react";

const PICTURE = /^!\[([^\]]*)\]\(pictures\/([\w-]+\.\w+)\)$/;
const PICTURES = import.meta.glob<string>("../../../docs/manual/pictures/*.webp", {
  eager: true,
  query: "?url",
  import: "default",
});
const WIDTH = 1180;
const HEIGHT = 664;

/** Headings, paragraphs, lists and pictures: what the manual is written with. The title stands in the head of the page. */
export function ManualText({ markdown }: { readonly markdown: string }) {
  const blocks = markdown.split(/\n{2,}/).map((block) => block.trim());
  return <article className="manual">{blocks.filter((block) => block !== "" && !block.startsWith("# ")).map(blockOf)}</article>;
}

function blockOf(block: string): ReactNode {
  const lines = block.split("\n");
  const [, caption, file] = PICTURE.exec(block) ?? [];
  if (caption !== undefined && file !== undefined) return <Picture key={block} caption={caption} file={file} />;
  if (block.startsWith("## "))
    return (
      <h2 key={block} id={block.slice(3)}>
        {block.slice(3)}
      </h2>
    );
  if (block.startsWith("- ")) return <ul key={block}>{itemsOf(lines, 2)}</ul>;
  if (/^\d\. /.test(block)) return <ol key={block}>{itemsOf(lines, 3)}</ol>;
  return <p key={block}>{block}</p>;
}

/** Its place is kept until it comes; a click shows it as large as it is. */
function Picture({ caption, file }: { readonly caption: string; readonly file: string }) {
  const address = PICTURES[`../../../docs/manual/pictures/${file}`];
  if (address === undefined) return null;
  return (
    <figure>
      <a href={address} target="_blank" rel="noreferrer" title="看原图">
        <img src={address} alt={caption} width={WIDTH} height={HEIGHT} loading="lazy" />
      </a>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

const itemsOf = (lines: readonly string[], mark: number) => lines.map((line) => <li key={line}>{line.slice(mark)}</li>);

/** The headings of a page of the manual, in order. */
export function chaptersOf(markdown: string): string[] {
  return markdown.split("\n").flatMap((line) => (line.startsWith("## ") ? [line.slice(3)] : []));
}
