import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReplyOf, Route } from "../../api/define-route.js";
import { CallFailed, type CallInput, call } from "./call.js";

const TRIES_OF_A_LOST_LINE = 2;

/** What the pages know of the server's answers. An answer is asked for again when somebody comes back to the window. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < TRIES_OF_A_LOST_LINE && error instanceof CallFailed && error.status === 0,
    },
  },
});

/** The answer of a route that only reads, kept and shared between the parts of a page. While another page of a list comes, the old one stays. */
export function useCall<R extends Route>(
  route: R,
  input: Pick<CallInput<R>, "params" | "query"> = {},
  isWanted = true,
): UseQueryResult<ReplyOf<R>, CallFailed> {
  return useQuery<ReplyOf<R>, CallFailed>({
    queryKey: [route.id, input.params ?? {}, input.query ?? {}],
    queryFn: ({ signal }) => call(route, { ...input, signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}

/** Makes the answers of some routes be asked for again, after something was written. */
export async function forget(...routes: readonly Route[]): Promise<void> {
  await Promise.all(routes.map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })));
}
