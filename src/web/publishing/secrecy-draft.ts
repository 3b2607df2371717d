import type { BodyOf } from "../../api/define-route.js";
import type { publishingRoutes } from "../../api/publishing.js";

export type SecrecyBody = BodyOf<(typeof publishingRoutes)["review-secrecy"]>["form"];

/** The form as far as it is filled in. */
export interface SecrecyDraft extends Pick<SecrecyBody, "carrier" | "ways" | "basis"> {
  readonly answers: Partial<SecrecyBody["answers"]>;
  readonly conclusion: SecrecyBody["conclusion"] | null;
  readonly intendedOn: string;
  readonly referredTo: string;
}

export const BEGUN: SecrecyDraft = {
  ...{ answers: {}, conclusion: null, carrier: "official-document", ways: ["website"] },
  ...{ intendedOn: "", basis: "", referredTo: "" },
};

const QUESTIONS = ["isMarkedSecret", "drawsOnSecrets", "isWorkSecret", "revealsWhenCombined"] as const;

export const isAnyYes = ({ answers }: Pick<SecrecyDraft, "answers">): boolean => Object.values(answers).includes(true);

/** Whether it can be signed. */
export function isComplete(draft: SecrecyDraft): boolean {
  const { answers, conclusion, referredTo, ways, basis } = draft;
  if (QUESTIONS.some((name) => answers[name] === undefined) || conclusion === null) return false;
  if (conclusion === "may-publish" && isAnyYes(draft)) return false;
  if (conclusion === "refer" && referredTo.trim() === "") return false;
  return ways.length > 0 && basis.trim() !== "";
}

/** The form as the route takes it. */
export function sentForm({ answers, conclusion, carrier, ways, basis, intendedOn, referredTo }: SecrecyDraft): SecrecyBody {
  return {
    ...{ carrier, ways, basis, conclusion: conclusion ?? "may-not" },
    intendedOn: (intendedOn === "" ? null : intendedOn) as SecrecyBody["intendedOn"], // the server reads the day
    answers: {
      isMarkedSecret: answers.isMarkedSecret === true,
      drawsOnSecrets: answers.drawsOnSecrets === true,
      isWorkSecret: answers.isWorkSecret === true,
      revealsWhenCombined: answers.revealsWhenCombined === true,
    },
    referredTo: conclusion === "refer" ? referredTo : null,
  };
}
