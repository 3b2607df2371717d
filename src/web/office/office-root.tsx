import { QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider, Spin } from "antd";
import locale from "antd/locale/zh_CN";
// Calendars name months and days in Chinese.
import "dayjs/locale/zh-cn";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { forgetDrafts } from "../cases/kept-draft.js";
import { CallFailed, call } from "./call.js";
import { FailureNote } from "./failure-note.js";
import { type OwnAgency, type Session, SessionContext } from "./session.js";
import { type SignIn, SignInPage } from "./sign-in-page.js";
import { styleNonce } from "./style-nonce.js";
import { officeTheme } from "./theme.js";
import { queryClient } from "./use-call.js";
import { useDarkness } from "./use-darkness.js";

type OwnAgencies = ReplyOf<typeof accountRoutes.listOwnAgencies>["items"];
const AGENCY = "yangguang-agency";

/** The office: the way in, and behind it the pages. */
export function OfficeRoot({ children }: { readonly children: ReactNode }) {
  const isDark = useDarkness();
  return (
    <ConfigProvider
      locale={locale}
      theme={officeTheme(isDark)}
      button={{ autoInsertSpace: false }}
      {...(styleNonce !== null && { csp: { nonce: styleNonce } })}
    >
      <App>
        <QueryClientProvider client={queryClient}>
          <Entrance>{children}</Entrance>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

/** Shows the pages to whoever is fully signed in, and the next step of signing in to everybody else. */
function Entrance({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SignIn | null>(null);
  const [agencies, setAgencies] = useState<OwnAgencies | null>(null);
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const look = useCallback(async () => {
    try {
      setFailure(null);
      setState(await call(accountRoutes.readSignIn));
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
    }
  }, []);
  useEffect(() => void look(), [look]);
  const isIn = state?.stage === "full" && state.person !== null;
  useEffect(() => {
    if (!isIn) return;
    call(accountRoutes.listOwnAgencies).then(({ items }) => setAgencies(items), setFailure);
    // Whoever's session has ended is led to the way in, not to a row of failures.
    return queryClient.getQueryCache().subscribe(({ query }) => {
      const { error } = query.state;
      if (error instanceof CallFailed && error.status === 401) void look();
    });
  }, [isIn, look]);
  if (failure !== null) return <FailureNote failure={failure} retry={() => void look()} />;
  if (state === null) return <Spin fullscreen />;
  if (!isIn || state.person === null) return <SignInPage state={state} proceed={setState} />;
  if (agencies === null) return <Spin fullscreen />;
  return (
    <Inside {...{ state, agencies }} person={state.person} isSample={state.isSample === true} leave={look}>
      {children}
    </Inside>
  );
}

interface InsideProps {
  readonly person: NonNullable<SignIn["person"]>;
  readonly agencies: readonly OwnAgency[];
  readonly isSample: boolean;
  readonly leave: () => Promise<void>;
  readonly children: ReactNode;
}

function Inside({ person, agencies, isSample, leave, children }: InsideProps) {
  const [chosen, setChosen] = useState(() => localStorage.getItem(AGENCY));
  const agency = agencies.find(({ id }) => id === chosen) ?? agencies.find(({ isBelow }) => !isBelow) ?? agencies[0];
  const session = useMemo<Session>(
    () => ({
      accountId: person.id,
      name: person.name,
      posts: person.posts,
      agencies,
      isSample,
      agencyId: agency?.id ?? "",
      agencyName: agency?.name ?? "",
      chooseAgency(id) {
        localStorage.setItem(AGENCY, id);
        setChosen(id);
      },
      async signOut() {
        await call(accountRoutes.signOut).catch((error: unknown) => {
          // Whose session is over already, here or everywhere, is signed out.
          if (!(error instanceof CallFailed) || error.status !== 401) throw error;
        });
        queryClient.clear();
        forgetDrafts();
        await leave();
      },
    }),
    [person, agencies, agency, isSample, leave],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
