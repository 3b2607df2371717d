import { QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider, Spin } from "antd";
import locale from "antd/locale/zh_CN";
// Calendars name months and days in Chinese.
import "dayjs/locale/zh-cn";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { accountRoutes } from "../../api/accounts.js";
import type { ReplyOf } from "../../api/define-route.js";
import { forgetDrafts, keepDraftsOf } from "../cases/kept-draft.js";
import { CallFailed, call, SESSION_OVER } from "./call.js";
import { FailureNote } from "./failure-note.js";
import { type OwnAgency, type Session, SessionContext } from "./session.js";
import { type SignIn, SignInAgain, SignInPage } from "./sign-in-page.js";
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

type Person = NonNullable<SignIn["person"]>;

/**
 * Shows the pages to whoever is fully signed in, and the next step of signing in to everybody else. Whose session ends in the middle of
 * something signs in over the page and goes on; somebody else begins anew.
 */
function Entrance({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SignIn | null>(null);
  const [person, setPerson] = useState<Person | null>(null);
  const [own, setOwn] = useState<{ readonly of: Person; readonly agencies: OwnAgencies } | null>(null);
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const proceed = useCallback((next: SignIn) => {
    setState(next);
    if (next.stage !== "full" || next.person === null) return;
    const come = next.person;
    keepDraftsOf(come.id);
    setPerson((before) => (before?.id === come.id ? before : come));
    void queryClient.invalidateQueries();
  }, []);
  const look = useCallback(async () => {
    try {
      setFailure(null);
      proceed(await call(accountRoutes.readSignIn));
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
    }
  }, [proceed]);
  const leave = useCallback(async () => {
    setPerson(null);
    await look();
  }, [look]);
  useEffect(() => void look(), [look]);
  useEffect(() => {
    if (person === null) return;
    call(accountRoutes.listOwnAgencies).then(({ items }) => setOwn({ of: person, agencies: items }), setFailure);
    const over = () => void look();
    window.addEventListener(SESSION_OVER, over);
    return () => {
      window.removeEventListener(SESSION_OVER, over);
      queryClient.clear();
    };
  }, [person, look]);
  const isOpen = own !== null && own.of === person;
  if (failure !== null && !isOpen) return <FailureNote failure={failure} retry={() => void look()} />;
  if (state === null) return <Spin fullscreen />;
  if (person === null) return <SignInPage state={state} proceed={proceed} />;
  if (!isOpen) return <Spin fullscreen />;
  return (
    <>
      <Inside key={person.id} agencies={own.agencies} {...{ person, leave }} isSample={state.isSample === true}>
        {children}
      </Inside>
      {state.stage !== "full" && <SignInAgain state={state} proceed={proceed} />}
    </>
  );
}

interface InsideProps {
  readonly person: Person;
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
