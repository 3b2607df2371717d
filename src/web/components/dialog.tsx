import { Modal, type ModalProps } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFirstField } from "./first-field.js";

/**
 * A window over the page in which something is filled in. A click beside it does not throw away what was typed; the focus goes to its
 * first field, and back to where it came from.
 */
export function Dialog({ children, ...props }: Omit<ModalProps, "open">) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Where something else has taken the focus already, it stays there.
      if (document.activeElement === null || document.activeElement === document.body) {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      }
    },
    [before],
  );
  return (
    <Modal open mask={{ closable: false }} {...props}>
      <Filled>{children}</Filled>
    </Modal>
  );
}

function Filled({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useFirstField(place);
  return <div ref={place}>{children}</div>;
}
