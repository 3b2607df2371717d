import type { FormFault } from "../components/form-faults.js";
import { typedDay } from "../components/typed-day.js";
import type { Registration } from "./registration.js";

/** Why a form cannot be registered, in the order of its fields. A letter without a proof of identity can: 补正 is asked for it (第三十条). */
export function registrationFaults({ arrivedOn, confirmedOn, name, pieces }: Registration, today: string): FormFault[] {
  const alone = pieces.length === 1;
  return [
    ...(typedDay(arrivedOn || today) === null
      ? [{ field: "arrivedOn", message: "到达日期应当是一个日期，例如 2025-03-03。" }]
      : []),
    ...(confirmedOn !== "" && typedDay(confirmedOn) === null
      ? [{ field: "confirmedOn", message: "双方确认日期应当是一个日期；还没有确认的，留空。" }]
      : []),
    ...pieces.flatMap(({ description }, at) =>
      description.trim() === ""
        ? [
            {
              field: `piece-${at}`,
              message: alone ? "照原文填写申请内容。" : `照原文填写第 ${at + 1} 件的申请内容，或者去掉这一件。`,
            },
          ]
        : [],
    ),
    ...(name.trim() === ""
      ? [{ field: "name", message: "填写申请人的姓名或者名称；来信没有署名的，填“未署名”，登记以后通知补正。" }]
      : []),
  ];
}
