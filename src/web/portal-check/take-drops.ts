/** Takes files that are dropped anywhere on the form; a field of the form takes what is dropped on itself. */
export function takeDrops(form: HTMLFormElement, take: (files: FileList) => void): void {
  form.classList.add("drop-place");
  const invitation = document.createElement("p");
  invitation.className = "invitation";
  invitation.textContent = "把年报拖到这个框里，马上检查；也可以在下面选择文件。";
  form.prepend(invitation);
  const isForField = ({ target }: DragEvent) => target instanceof HTMLInputElement && target.type === "file";
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
  // A file that misses the form would otherwise be opened by the browser in the place of this page.
  for (const name of ["dragover", "drop"] as const)
    document.addEventListener(name, (event) => {
      if (holdsFiles(event) && !isForField(event)) event.preventDefault();
    });
  form.addEventListener("dragover", () => form.classList.add("dropping"));
  for (const name of ["dragleave", "drop"] as const) form.addEventListener(name, () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    const files = event.dataTransfer?.files;
    if (files !== undefined && files.length > 0 && !isForField(event)) take(files);
  });
}
