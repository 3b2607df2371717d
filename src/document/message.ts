/** The names in braces of a message, read by the type system, so that wording and data cannot drift apart. */
export type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;

/** The data a message needs: one value for each name in braces. */
export type MessageData<Text extends string> = { readonly [Name in PlaceholdersOf<Text>]: string | number };

/** Puts the data into the braces of a message. */
export function fillMessage(text: string, data: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(data, name) ? String(data[name]) : whole));
}
