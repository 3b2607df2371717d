import type { CaseFile } from "../../register/case-file.js";
import { publicStatusOf } from "../../register/portal/public-status.js";
import { casesOfLetters } from "../../storage/portal/cases-of-letters.js";
import { putStatus, type TakenReceipt, takenReceipts } from "../../storage/portal/inbox-store.js";
import { loadCasesById } from "../../storage/stores/case-store.js";
import { lawOf } from "../cases/own-case.js";
import { type Office, todayIn } from "../office.js";
import { currentName } from "./current-name.js";

const PAGE = 200;

/** Tells the portal where each request stands that came from it. Gives how many say something new. Run hourly: days pass without a step. */
export async function pushRequestStatus(office: Office): Promise<number> {
  let pushed = 0;
  for (let after = ""; ; ) {
    const receipts = await takenReceipts(office.database.db, { caseIds: null, after, limit: PAGE });
    pushed += await pushReceipts(office, receipts);
    const last = receipts.at(-1);
    if (last === undefined || receipts.length < PAGE) return pushed;
    after = last.number;
  }
}

/** The same for some cases; those that did not come from the portal are passed over. */
export async function pushStatusOf(office: Office, caseIds: readonly string[]): Promise<number> {
  return pushReceipts(office, await takenReceipts(office.database.db, { caseIds, after: "", limit: PAGE }));
}

/**
 * The same after a step of a case, so that who asked need not wait for the hour; a piece that was split off stands for its letter. The
 * step is written whatever comes of this: a portal that cannot be told now is told by the hourly run, which says in the journal what failed.
 */
export async function thenPushStatus<Result>(office: Office, caseId: string, step: Promise<Result>): Promise<Result> {
  const result = await step;
  await pushLetterOf(office, caseId).catch(() => undefined);
  return result;
}

async function pushLetterOf(office: Office, caseId: string): Promise<void> {
  const file = (await loadCasesById(office.database, [caseId])).get(caseId);
  if (file?.request.channel !== "online") return;
  const { letterId } = file.request;
  const letters = await casesOfLetters(office.database.db, [letterId]);
  await pushStatusOf(office, letters.get(letterId) ?? []);
}

async function pushReceipts(office: Office, receipts: readonly TakenReceipt[]): Promise<number> {
  const { database } = office;
  const first = await loadCasesById(
    database,
    receipts.map(({ caseId }) => caseId),
  );
  const letters = await casesOfLetters(
    database.db,
    [...first.values()].map(({ request }) => request.letterId),
  );
  const split = await loadCasesById(
    database,
    [...letters.values()].flat().filter((id) => !first.has(id)),
  );
  let pushed = 0;
  for (const receipt of receipts) {
    const file = first.get(receipt.caseId);
    if (file === undefined) continue;
    const ids = letters.get(file.request.letterId) ?? [];
    const files = ids.flatMap((id) => {
      const found = first.get(id) ?? split.get(id);
      return found === undefined ? [] : [found];
    });
    if (await pushOne(office, receipt, files)) pushed += 1;
  }
  return pushed;
}

async function pushOne(
  office: Office,
  { number, agencyId, submittedAt }: TakenReceipt,
  files: readonly CaseFile[],
): Promise<boolean> {
  const today = todayIn(office);
  const agencyName = await currentName(office, agencyId);
  const status = publicStatusOf({
    ...{ facts: { number, agencyId, agencyName, submittedAt }, files, law: await lawOf(office, agencyId), today },
    updatedAt: office.now().toISOString(),
  });
  return office.database.db.transaction().execute((trx) => putStatus(trx, status));
}
