import type { letterRoutes } from "../../api/letters.js";
import { maskedName } from "../../operations/cases/masked-name.js";
import { namesOf } from "../../operations/cases/names-of.js";
import { type Issued, issueLetter } from "../../operations/letters/issue-letter.js";
import { readLetterSettings, recordLetterSettings } from "../../operations/letters/letter-settings.js";
import { type LetterRow, letterFile, letterRow, lettersOf } from "../../operations/letters/letters-of-case.js";
import { possibleLetters } from "../../operations/letters/possible-letters.js";
import { previewLetter } from "../../operations/letters/preview-letter.js";
import { serveLetter } from "../../operations/letters/serve-letter.js";
import type { Office } from "../../operations/office.js";
import { thenPushStatus } from "../../operations/portal/push-request-status.js";
import type { HandlersOf } from "./handle.js";
import { letterDraftHandlers } from "./letter-draft-handlers.js";

/** What answers the routes of letters. */
export const letterHandlers: HandlersOf<typeof letterRoutes> = {
  async possible({ office, params }) {
    return { items: (await possibleLetters(office, params)).map((letter) => ({ ...letter, ...listed(letter) })) };
  },
  async preview({ office, actor, params, body }) {
    return shown(await previewLetter(office, actor, { ...params, order: body }));
  },
  async issue({ office, actor, params, body }) {
    const issued = issueLetter(office, actor, { ...params, ...body });
    return issuedReply(office, await thenPushStatus(office, params.caseId, issued));
  },
  async list({ office, params, may }) {
    const rows = await lettersOf(office, params);
    const mayHandle = await may("cases:handle", params.agencyId);
    const nameOf = await namesOf(
      office,
      rows.map(({ issuedBy }) => issuedBy),
    );
    return { items: rows.map((row) => replyOf(mayHandle ? row : withoutName(row), nameOf)) };
  },
  async file({ office, params }) {
    const { name, mediaType, bytes } = await letterFile(office, params);
    return { fileName: name, mediaType, bytes };
  },
  async serve({ office, actor, params, body }) {
    const { on, proof, ...service } = body;
    const optional = { ...(on === undefined ? {} : { on }), ...(proof === undefined ? {} : { proof }) };
    const served = serveLetter(office, actor, { ...params, ...service, ...optional });
    return issuedReply(office, await thenPushStatus(office, params.caseId, served));
  },
  async readSettings({ office, params }) {
    const { missing, ...stored } = await readLetterSettings(office, params);
    return { ...stored, missing: [...missing] };
  },
  async recordSettings({ office, actor, params, body }) {
    const { missing, ...stored } = await recordLetterSettings(office, actor, { ...params, ...body });
    return { ...stored, missing: [...missing] };
  },
  ...letterDraftHandlers,
};

type ShownPreview = Awaited<ReturnType<typeof previewLetter>>;

/** The lists of a possible letter, as a reply holds them. */
function listed({ steps, blanks }: Awaited<ReturnType<typeof possibleLetters>>[number]) {
  return { steps: [...steps], blanks: [...blanks] };
}

function shown({ letterId, name, blanks, refusal, draft, html, lines, cautions, fee }: ShownPreview) {
  return {
    ...{ letterId, name, html, blanks: [...blanks], lines: [...lines], cautions: [...cautions] },
    fee: fee === null ? null : { ...fee, calculation: [...fee.calculation] },
    refusal: refusal === null ? null : { code: refusal.refusalId, message: refusal.message },
    number: draft?.number ?? null,
    addressee: draft?.addressee ?? null,
    paragraphs: (draft?.paragraphs ?? []).map(({ parts, contents }) => ({
      parts: parts.map((part) => ({ kind: part.kind, field: part.kind === "edited" ? part.field : null, text: part.text })),
      contents: [...contents],
    })),
    evidence: (draft?.evidence ?? []).map(({ name: evidence, isPrinted }) => ({ name: evidence, isPrinted })),
  };
}

async function issuedReply(office: Office, { letter, caseFile, flags, change }: Issued) {
  const { agencyId, caseId, id } = letter;
  const row = await letterRow(office, { agencyId, caseId, id });
  const names = await namesOf(office, [row.issuedBy]);
  return { letter: replyOf(row, names), version: caseFile.version, flags: [...flags], change: [...change] };
}

function replyOf(row: LetterRow, nameOf: (id: string) => string) {
  return { ...row, cautions: [...row.cautions], files: [...row.files], issuedBy: nameOf(row.issuedBy) };
}

/** A supervisor sees that a letter went out, not to whom. */
function withoutName(row: LetterRow): LetterRow {
  return { ...row, addressee: maskedName({ kind: row.isToPerson ? "natural" : "other_org", name: row.addressee }) };
}
