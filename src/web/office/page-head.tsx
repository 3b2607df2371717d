import { type ReactNode, useEffect } from "react";

interface PageHeadProps {
  readonly title: string;
  /** One sentence for somebody new. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** What the window is called; never anything of a person. */
  readonly windowTitle?: string;
}

/** The head of every page: what it is, in one line, and what can be done. */
export function PageHead({ title, lead, actions, windowTitle = title }: PageHeadProps) {
  useEffect(() => {
    document.title = `${windowTitle} · 阳光`;
  }, [windowTitle]);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  );
}
