import { Select } from "antd";
import { useSearchParams } from "react-router";

const FIRST_YEAR = 2019;

/** The year of the address, this year where it names none, and a choice that changes it. */
export function useYear(first = FIRST_YEAR): { readonly year: number; readonly choice: React.ReactNode } {
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(0, 4));
  const asked = Number(search.get("year") ?? thisYear);
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR - 10 && asked <= thisYear ? asked : thisYear;
  const years = Array.from({ length: Math.max(thisYear - Math.min(first, year) + 1, 2) }, (_, at) => thisYear - at);
  return {
    year,
    choice: (
      <Select
        aria-label="年度"
        value={year}
        style={{ inlineSize: 110 }}
        options={years.map((value) => ({ value, label: `${value}年` }))}
        onChange={(value) => {
          const next = new URLSearchParams(search);
          next.set("year", String(value));
          setSearch(next);
        }}
      />
    ),
  };
}
