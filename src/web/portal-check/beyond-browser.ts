/** What cannot be done in a browser but may be on the server; the message is for whoever checks a report. */
export class BeyondBrowser extends Error {
  override readonly name = "BeyondBrowser";
}
