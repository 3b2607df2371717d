/** Data as a reply may hold them: the same, without the promise that nobody changes them. */
export type ReplyData<Data> = Data extends string | number | boolean | null | undefined
  ? Data
  : { -readonly [Key in keyof Data]: ReplyData<Data[Key]> };

/** What an operation gave, as the reply of a route. */
export function replyData<Data>(data: Data): ReplyData<Data> {
  return data as ReplyData<Data>; // a reply is only written out; nobody changes it
}
