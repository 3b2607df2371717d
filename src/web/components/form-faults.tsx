import { Alert } from "antd";
import { useEffect, useRef } from "react";

/** What is wrong with a field, by the id of its input. */
export interface FormFault {
  readonly field: string;
  readonly message: string;
}

/** What a form was not sent for, at its top: it takes the focus when it comes, and each line leads to its field. */
export function FormFaults({ faults, attempt }: { readonly faults: readonly FormFault[]; readonly attempt: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) place.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <div ref={place} tabIndex={-1} role="alert">
      <Alert
        type="error"
        showIcon
        role="presentation"
        title={`没有登记：还有 ${faults.length} 处需要填写或者改正。`}
        description={
          <ul className="faults">
            {faults.map(({ field, message }) => (
              <li key={field}>
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(field)?.focus();
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        }
      />
    </div>
  );
}

/** The same at the field: what the parts of a form item and its input take. */
export function faultAt(faults: readonly FormFault[], field: string) {
  const message = faults.find((one) => one.field === field)?.message;
  if (message === undefined) return { item: {}, input: {} };
  return {
    item: { validateStatus: "error" as const, help: <span id={`${field}-fault`}>{message}</span> },
    input: { "aria-invalid": true, "aria-describedby": `${field}-fault` },
  };
}
