/** Pages that are being made: however many ask for one at once, it is made once. */
export class PagesUnderWay {
  readonly #pages = new Map<string, Promise<boolean>>();

  /** Tells, when it is over, whether the page was kept; undefined where nobody is making it. */
  of(key: string): Promise<boolean> | undefined {
    return this.#pages.get(key);
  }

  /** Begins one, unless somebody has; gives what is to be called when it is over. */
  begin(key: string): (isKept: boolean) => void {
    if (this.#pages.has(key)) return () => undefined;
    let tell: (isKept: boolean) => void = () => undefined;
    const page = new Promise<boolean>((resolve) => {
      tell = resolve;
    });
    this.#pages.set(key, page);
    return (isKept) => {
      if (this.#pages.get(key) === page) this.#pages.delete(key);
      tell(isKept);
    };
  }
}
