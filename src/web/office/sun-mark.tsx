/** 日光: the mark of the portal, as the office shows it. */
export function SunMark() {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <circle cx="18" cy="21" r="7.5" fill="var(--sun)" />
      <g stroke="var(--sun)" strokeWidth="2.4" strokeLinecap="round">
        <path d="M18 4.5v4.5M6.3 9.3l3.2 3.2M29.7 9.3l-3.2 3.2M2.5 21H7M29 21h4.5" />
      </g>
      <path d="M2.5 29h31" stroke="var(--accent)" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
