/** The look of the page that checks a report: where a file may be dropped, and that something is being done. */
export const CHECK_STYLE = `
.drop-place { border: 2px dashed var(--line); border-radius: 10px; padding: clamp(1rem, 3vw, 1.75rem); }
.drop-place > .invitation { margin: 0; font-weight: 600; }
.drop-place.dropping { border-color: var(--accent); background: var(--accent-ground); }
@media (hover: none) { .drop-place { border: 0; padding: 0; } .drop-place > .invitation { display: none; } }
.check-progress:not(:empty) { margin-block-start: 1.25rem; }
.check-beyond p { margin-block: .75rem; }
.check-progress progress { inline-size: 8rem; margin-inline-end: .75rem; vertical-align: middle; accent-color: var(--accent); }
.check-download { margin-inline-end: 1em; }
.checked-report .again { margin-block-start: 2rem; }
.checked-report h1:focus { outline: none; }
`;
