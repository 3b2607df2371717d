import { SearchBox } from "./fragments.js";
import { type Frame, PageFrame } from "./frame.js";

/** When a page is not there, or something went wrong: one sentence and a way on. */
export function FaultPage({ frame, sentence }: { readonly frame: Frame; readonly sentence: string }) {
  return (
    <PageFrame frame={frame}>
      <h1>{frame.title}</h1>
      <p class="lead">{sentence}</p>
      <SearchBox />
      <p class="gap">
        <a href="/">回到首页</a>
      </p>
    </PageFrame>
  );
}
