/** Puts the cursor into the first field of a dialog that has opened: the dialog takes the focus for itself. */
export function focusFirstField(isOpen: boolean): void {
  if (!isOpen) return;
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"]');
  [...dialogs].at(-1)?.querySelector<HTMLElement>("textarea, input, select")?.focus();
}
