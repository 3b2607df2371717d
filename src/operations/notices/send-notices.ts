import { createTransport } from "nodemailer";
import { loadAccounts } from "../../storage/accounts/account-store.js";
import type { MailSettings } from "../../storage/mail-settings.js";
import { lastMailed, markMailed, noticesToMail } from "../../storage/notices/notice-store.js";
import type { Office } from "../office.js";
import { collectNotices } from "./collect-notices.js";
import { isQuiet } from "./mail-hours.js";
import { noticeMail } from "./notice-mail.js";

export interface NoticeSending {
  /** Null: notices stay inside the office. */
  readonly mail: MailSettings | null;
  /** Where people find the office, for the links in mail. */
  readonly publicUrl: string;
}

export interface NoticesSent {
  readonly collected: number;
  readonly mailed: number;
  /** Mails that did not go out, tried again the next time. */
  readonly failed: number;
}

const MINUTE = 60_000;
const MOST_IN_A_MAIL = 200;
const CONNECT_SECONDS = 15;

/**
 * Finds what people should know and sends it by mail to those who have an address: one mail for all that came up, none in the hours of
 * quiet, and none for what was read in the office before. A mail that fails is tried again the next time.
 */
export async function sendNotices(office: Office, { mail, publicUrl }: NoticeSending): Promise<NoticesSent> {
  const collected = await collectNotices(office);
  if (mail === null || isQuiet(mail, office.now())) return { collected, mailed: 0, failed: 0 };
  const { db } = office.database;
  const accounts = new Map((await loadAccounts(office.database)).map(({ account }) => [account.id, account]));
  const transport = transportOf(mail);
  let mailed = 0;
  let failed = 0;
  try {
    for (const [accountId, notices] of await noticesToMail(db, MOST_IN_A_MAIL)) {
      const account = accounts.get(accountId);
      if (account === undefined || account.isDisabled || account.email === null) continue;
      const last = await lastMailed(db, accountId);
      if (last !== null && office.now().getTime() - Date.parse(last) < mail.digestMinutes * MINUTE) continue;
      try {
        await transport.sendMail({ from: mail.from, to: account.email, ...noticeMail(notices, publicUrl) });
      } catch {
        failed += 1;
        continue;
      }
      await markMailed(
        db,
        notices.map(({ id }) => id),
        office.now().toISOString(),
      );
      mailed += 1;
    }
  } finally {
    transport.close();
  }
  return { collected, mailed, failed };
}

function transportOf({ host, port, secure, user, password }: MailSettings) {
  return createTransport({
    ...{ host, port, secure },
    ...(user === null ? {} : { auth: { user, pass: password ?? "" } }),
    ...{
      connectionTimeout: CONNECT_SECONDS * 1000,
      greetingTimeout: CONNECT_SECONDS * 1000,
      socketTimeout: 2 * CONNECT_SECONDS * 1000,
    },
    // A mail is words of ours alone: nothing in it may name a file or an address to be fetched.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}
