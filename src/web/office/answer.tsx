import type { UseQueryResult } from "@tanstack/react-query";
import { Skeleton } from "antd";
import type { ReactNode } from "react";
import type { CallFailed } from "./call.js";
import { FailureNote } from "./failure-note.js";

interface AnswerProps<Reply> {
  readonly of: UseQueryResult<Reply, CallFailed>;
  readonly children: (reply: Reply) => ReactNode;
}

/** An answer of the server once it is there; until then its shape, or why it is not there. Nothing jumps when it comes. */
export function Answer<Reply>({ of, children }: AnswerProps<Reply>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) return <FailureNote failure={of.error} retry={() => void of.refetch()} />;
  return <Skeleton active paragraph={{ rows: 6 }} />;
}
