import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly children: ComponentChildren;
}

/** A field with its label, what it is for, and what is wrong with it: all three are read aloud with it. */
export function Field({ id, label, hint, fault, children }: FieldProps) {
  return (
    <div class={fault === undefined ? undefined : "has-fault"}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span class="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {children}
    </div>
  );
}

/** What a control says of itself to who hears the page. */
export function described({
  id,
  hint,
  fault,
}: {
  readonly id: string;
  /** Whatever the hint says: only that there is one matters here. */
  readonly hint?: unknown;
  readonly fault?: string | undefined;
}) {
  const by = [hint === undefined ? [] : [`${id}-hint`], fault === undefined ? [] : [`${id}-fault`]].flat().join(" ");
  return { ...(by !== "" && { "aria-describedby": by }), ...(fault !== undefined && { "aria-invalid": true }) };
}

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly type?: "text" | "tel" | "email";
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly isNumeric?: boolean;
}

export function TextField({
  name,
  label,
  value,
  hint,
  fault,
  type = "text",
  autocomplete = "off",
  maxLength = 300,
  isNumeric = false,
}: TextFieldProps) {
  const attributes = {
    ...{ class: "field", id: name, name, value, maxLength },
    autocomplete: autocomplete as "off", // one of the tokens of the standard; the page says which
    inputMode: isNumeric ? ("numeric" as const) : ("text" as const),
    ...described({ id: name, hint, fault }),
  };
  return (
    <Field id={name} label={label} fault={fault} {...(hint !== undefined && { hint })}>
      {type === "email" ? (
        <input type="email" {...attributes} />
      ) : type === "tel" ? (
        <input type="tel" {...attributes} />
      ) : (
        <input type="text" {...attributes} />
      )}
    </Field>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly hint?: string;
  readonly fault?: string | undefined;
}

export function Choices({ name, label, value, options, hint, fault }: ChoicesProps) {
  return (
    <Group id={name} label={label} fault={fault} {...(hint !== undefined && { hint })}>
      <div class="choices">
        {options.map(([one, words]) => (
          <label key={one}>
            <input type="radio" name={name} value={one} checked={one === value} />
            {words}
          </label>
        ))}
      </div>
    </Group>
  );
}

/** Fields that answer one question together: its words are heard on the way into them. */
export function Group({ id, label, hint, fault, children }: FieldProps) {
  return (
    <fieldset class={fault === undefined ? "inner" : "inner has-fault"} id={id} {...described({ id, hint, fault })}>
      <legend class="label">{label}</legend>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span class="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {children}
    </fieldset>
  );
}

/** What is wrong, above the form, each with a way to its field; the page opens there. */
export function FaultSummary({
  faults,
  lead,
}: {
  readonly faults: readonly { readonly field: string; readonly message: string }[];
  readonly lead?: string;
}) {
  if (faults.length === 0) return null;
  return (
    <div class="note danger" role="alert" tabIndex={-1} id="faults">
      <b>{lead ?? `有 ${faults.length} 处需要修改，申请还没有提交：`}</b>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={`${field}-${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
