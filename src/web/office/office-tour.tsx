import { Tour } from "antd";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { mayDo, useSession } from "./session.js";
import { TOUR_STOPS, type TourStop } from "./tour-stops.js";

const SEEN = "yangguang-tour";
const MOST_WAIT = 6_000;
const LOOK_AGAIN = 60;

export interface OfficeTour {
  readonly begin: () => void;
  readonly shown: ReactNode;
}

/** A walk through the office and what is in it, a page at a time: by itself at the first visit, later when asked for. */
export function useOfficeTour(): OfficeTour {
  const session = useSession();
  const navigate = useNavigate();
  const stops = TOUR_STOPS.filter(({ right }) => right === "signed-in" || mayDo(session, right));
  const [at, setAt] = useState<number | null>(null);
  const turn = useRef(0);

  const goTo = async (next: number) => {
    const stop = stops[next];
    if (stop === undefined) return;
    turn.current += 1;
    const own = turn.current;
    await openStop(stop, navigate);
    if (own === turn.current) setAt(next);
  };
  // What is called is as new as the page; what calls it need not change with it.
  const latest = useRef(goTo);
  latest.current = goTo;
  const begin = useCallback(() => void latest.current(0), []);
  useEffect(() => {
    if (localStorage.getItem(SEEN) === null && !navigator.webdriver) begin();
  }, [begin]);

  const close = () => {
    turn.current += 1;
    localStorage.setItem(SEEN, "seen");
    setAt(null);
  };
  return {
    begin,
    shown: at !== null && (
      <Tour
        open
        current={at}
        onChange={(next) => void goTo(next)}
        onClose={close}
        onFinish={close}
        scrollIntoViewOptions={{ block: "center" }}
        steps={stops.map(({ title, description, selector }) => ({ title, description, target: () => found(selector) }))}
      />
    ),
  };
}

/** Opens the page of a stop, the record on it if one is meant, and waits for what is pointed at; goes on without it when it does not come. */
async function openStop({ path, record, selector }: TourStop, navigate: (to: string) => unknown): Promise<void> {
  if (path !== undefined) await open(path, navigate);
  if (record !== undefined) {
    const to = (await appearing(record))?.getAttribute("href");
    if (to) await open(to, navigate);
  }
  await appearing(selector);
}

/** The address changes when the code of the page has come: until then what is found would be of the page before. */
async function open(path: string, navigate: (to: string) => unknown): Promise<void> {
  const { pathname } = new URL(path, location.href);
  if (location.pathname === pathname) return;
  navigate(path);
  for (let waited = 0; waited < MOST_WAIT && location.pathname !== pathname; waited += LOOK_AGAIN) await pause();
  await pause();
}

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));

async function appearing(selector: string): Promise<HTMLElement | null> {
  for (let waited = 0; waited < MOST_WAIT; waited += LOOK_AGAIN) {
    const element = found(selector);
    if (element !== null) return element;
    await pause();
  }
  return null;
}

// The library takes null for "in the middle of the page", though its type does not say so.
const found = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;
