import { expect, test } from "vitest";
import { aDay, buildCase, decided, received, registerYear, simpleCase, tallyOf2025 } from "../../test/builders/register-year.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import type { CaseFile } from "../register/case-file.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { feeFacts, requestFacts } from "./request-facts.js";

const factsOf = (files: readonly CaseFile[]) =>
  requestFacts({ tally: tallyOf2025({ requests: files }), format: annualReport2021, files, calendar: STATE_COUNCIL_CALENDAR });

test("counts channels of new pieces, letters, and the mean of working days to the end", () => {
  const files = [
    // 3 to 14 March 2025: nine working days after the day of receipt.
    simpleCase("nine", "2025-03-03", "2025-03-14"),
    // Carried in: its days count, its channel does not.
    buildCase({ id: "ten", channel: "registered_mail", events: [received("2024-12-31"), decided("2025-01-15")] }),
    buildCase({ id: "open", letterId: "nine", channel: "oral", events: [received("2025-12-30")] }),
  ];
  expect(factsOf(files)).toEqual({
    letters: 1,
    byChannel: [
      { channel: "in_person", pieces: 1 },
      { channel: "oral", pieces: 1 },
    ],
    meanWorkingDays: 9.5,
    extended: 0,
  });
});

test("knows no mean of nothing", () => {
  expect(factsOf([])).toEqual({ letters: 0, byChannel: [], meanWorkingDays: null, extended: 0 });
});

test("counts the extended among those that were settled", () => {
  const extended = (id: string, end: string | null): CaseFile =>
    buildCase({
      id,
      events: [
        received("2025-03-03"),
        {
          type: "extended",
          on: aDay("2025-03-20"),
          workingDays: 20,
          approvedBy: "负责人",
          toldOn: aDay("2025-03-20"),
          grounds: "量大",
        },
        ...(end === null ? [] : [decided(end)]),
      ],
    });
  expect(factsOf([extended("settled", "2025-04-20"), extended("open", null)]).extended).toBe(1);
});

test("the pieces of all channels are the new requests of table three, whatever the year was like", () => {
  for (const seed of [1, 2, 3]) {
    const { requests } = registerYear(seed);
    const tally = tallyOf2025({ requests });
    const { byChannel } = requestFacts({ tally, format: annualReport2021, files: requests, calendar: STATE_COUNCIL_CALENDAR });
    expect(byChannel.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(tally.received.pieces);
  }
});

test("counts fees by the day they were noticed and paid, to the fen, as they were known at the instant", () => {
  const files = [
    buildCase({
      id: "paid",
      events: [
        received("2024-12-02"),
        { type: "fee-noticed", on: aDay("2024-12-20"), basis: "page", quantity: 57, yuan: 270, payBy: aDay("2025-01-20") },
        { type: "fee-paid", on: aDay("2025-01-03"), yuan: 270.1 },
      ],
    }),
    buildCase({
      id: "later",
      events: [
        received("2025-12-02"),
        { type: "fee-noticed", on: aDay("2025-12-20"), basis: "item", quantity: 12, yuan: 200, payBy: aDay("2026-01-20") },
        { type: "fee-paid", on: aDay("2026-01-05"), yuan: 200 },
      ],
    }),
    buildCase({
      id: "lapsed",
      events: [
        received("2025-03-03"),
        { type: "fee-noticed", on: aDay("2025-03-20"), basis: "item", quantity: 12, yuan: 200, payBy: aDay("2025-04-20") },
        { body: { type: "fee-lapsed", on: aDay("2025-04-21") }, writtenOn: "2026-02-01" },
      ],
    }),
  ];
  const factsAt = (asOf: string) => feeFacts(tallyOf2025({ requests: files }, { asOf }), files);
  expect(factsAt("2026-01-20T00:00:00.000Z")).toEqual({ notices: 2, paid: 1, paidYuan: 270.1, lapsed: 0 });
  expect(factsAt("2026-02-02T00:00:00.000Z")).toEqual({ notices: 2, paid: 1, paidYuan: 270.1, lapsed: 1 });
});
