/** What the server lets styles of this page bear, and nothing else: a number of its own for each answer. Null where none was given (development). */
export const styleNonce: string | null = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || null;

/**
 * Lets the components write the styles they write while they run: gives every style element that a script of ours makes the number. Ant Design takes it for its own (`csp`), but what locks the page behind
 * a dialog makes its style without; a script may do this anyway, and what comes in as text still cannot.
 */
export function giveStylesNonce(): void {
  const nonce = styleNonce;
  if (nonce === null) return;
  const make = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  // A text area that grows is measured on a copy whose style comes as an attribute, which the policy takes for text from outside.
  HTMLTextAreaElement.prototype.setAttribute = function setAttribute(name: string, value: string): void {
    if (name === "style") this.style.cssText = value;
    else Element.prototype.setAttribute.call(this, name, value);
  };
}
