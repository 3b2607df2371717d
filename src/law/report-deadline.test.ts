import { expect, test } from "vitest";
import { reportDeadline, reportingOrgan } from "./report-deadline.js";

test.each([
  ["威海市文登区商务局", "department", "2024-01-31"],
  ["宿迁市人民政府", "government", "2024-03-31"],
  ["广元市利州区", "government", "2024-03-31"],
  ["上海市人民政府办公厅", "office", "2024-03-31"],
  ["两城镇人民政府", "town", null],
  ["官洲街道办事处", "town", null],
] as const)("%s is a %s and publishes by %s (第四十九条)", (agency, organ, due) => {
  expect(reportingOrgan(agency)).toBe(organ);
  expect(reportDeadline(2023, organ)).toBe(due);
});
