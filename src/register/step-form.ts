import { z } from "zod";
import { COMMON_FIELDS, fieldWords } from "./step-fields.js";

/** What a field is filled in with. */
export type FieldKind = "text" | "words" | "day" | "number" | "money" | "yes-no" | "choice" | "answers" | "event";

/** One field of a form, ready to be drawn. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly help: string | null;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
}

/** The form of a step: its fields in the order of its schema, after the day, and the JSON Schema of what is sent. */
export interface StepForm {
  readonly fields: readonly FormField[];
  readonly schema: Readonly<Record<string, unknown>>;
}

interface Part {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly anyOf?: readonly Part[];
  readonly propertyNames?: unknown;
}

const LONGEST_LINE = 200;
const forms = new Map<string, StepForm>();

/** The form of a step. It follows from the input of its transition; only the words are its own. */
export function stepForm(step: { readonly id: string; readonly input: z.ZodObject }): StepForm {
  const known = forms.get(step.id);
  if (known !== undefined) return known;
  const form = makeForm(step);
  forms.set(step.id, form);
  return form;
}

function makeForm({ id, input }: { readonly id: string; readonly input: z.ZodObject }): StepForm {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  const required = new Set(schema.required ?? []);
  const own = Object.entries(schema.properties ?? {}).map(([name, part]): FormField => {
    const words = fieldWords(id, name);
    const kind = kindOf(name, part as Part); // what toJSONSchema gives for a field is a schema object
    return {
      name,
      label: words?.label ?? name,
      help: words?.help ?? null,
      kind,
      isRequired: required.has(name),
      options: words?.choices ? optionsOf(words.choices, part as Part) : null, // as above
    };
  });
  const { on, reason } = COMMON_FIELDS;
  const day = { type: "string", format: "date" };
  const { $schema: _version, ...plain } = schema;
  return {
    fields: [
      { name: "on", ...on, kind: "day", isRequired: true, options: null },
      ...own,
      { name: "reason", ...reason, kind: "words", isRequired: id.startsWith("correct"), options: null },
    ],
    schema: {
      ...plain,
      properties: { on: day, ...schema.properties, reason: { type: "string", minLength: 1, maxLength: 5000 } },
      additionalProperties: false,
    },
  };
}

function kindOf(name: string, part: Part): FieldKind {
  if (name === "grounds" && part.type === "object") return "answers";
  if (name === "replacement") return "event";
  if (name === "yuan") return "money";
  if (part.format === "date") return "day";
  if (part.enum !== undefined) return "choice";
  if (part.type === "boolean") return "yes-no";
  if (part.type === "integer" || part.type === "number") return "number";
  return (part.maxLength ?? 0) > LONGEST_LINE ? "words" : "text";
}

function optionsOf(choices: Readonly<Record<string, string>>, part: Part): { value: string; label: string }[] {
  const values = part.enum ?? Object.keys(choices);
  return values.map((value) => ({ value, label: choices[value] ?? value }));
}
