import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { call } from "../office/call.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";

export type Facts = ReplyOf<typeof reportRoutes.readYearFacts>;
type Trainings = NonNullable<Facts["trainings"]>;
type Handled = NonNullable<Facts["proposals"]>["congress"];

/** Figures of a group as they are being typed: any of them may be missing yet. */
type Typing<Group> = { readonly [Key in keyof Group]?: Group[Key] | undefined };

export interface TypedFacts {
  readonly trainings: Typing<Trainings>;
  readonly congress: Typing<Handled>;
  readonly conference: Typing<Handled>;
  readonly published: Facts["published"];
  readonly channels: Facts["channels"];
}

/** What is typed of the facts of a year, what of it is only half there, and how it is saved. */
export function useTypedFacts(year: number, facts: Facts) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const [typed, setTyped] = useState<TypedFacts>({
    trainings: facts.trainings ?? {},
    congress: facts.proposals?.congress ?? {},
    conference: facts.proposals?.conference ?? {},
    published: facts.published,
    channels: facts.channels,
  });
  const [isChanged, setChanged] = useState(false);
  const type = (change: Partial<TypedFacts>) => {
    setTyped({ ...typed, ...change });
    setChanged(true);
  };
  const trainings = wholeTrainings(typed.trainings);
  const [congress, conference] = [wholeHandled(typed.congress), wholeHandled(typed.conference)];
  const proposals = congress !== null && conference !== null ? { congress, conference } : null;
  const isHalf = {
    trainings: trainings === null && isBegun(typed.trainings),
    proposals: proposals === null && (isBegun(typed.congress) || isBegun(typed.conference)),
  };
  const save = () =>
    send(async () => {
      const { published, channels } = typed;
      await call(reportRoutes.writeYearFacts, {
        params: { agencyId, year },
        body: { version: facts.version, trainings, proposals, published, channels },
      });
      await forget(
        ...[reportRoutes.readYearFacts, reportRoutes.readReportNarrative, reportRoutes.readReportFindings],
        ...[reportRoutes.readReport, reportRoutes.readFreezing],
      );
    });
  return { typed, type, isHalf, isChanged, save, failure, isSending };
}

function wholeTrainings({ held, people }: Typing<Trainings>): Trainings | null {
  return held === undefined || people === undefined ? null : { held, people };
}

function wholeHandled({ handled, satisfied }: Typing<Handled>): Handled | null {
  return handled === undefined || satisfied === undefined ? null : { handled, satisfied };
}

const isBegun = (group: object): boolean => Object.values(group).some((value) => value !== undefined);
