/**
 * How a file is to be taken (RFC 6266): saved under its name, or shown where it is safe. The name is written as RFC 8187 says, so that
 * nothing in it can end the header or begin another.
 */
export function contentDisposition(name: string, { isShown = false }: { readonly isShown?: boolean } = {}): string {
  const wellFormed = name.replaceAll(/\p{Cs}/gu, "\uFFFD");
  const encoded = encodeURIComponent(wellFormed).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${encoded}`;
}
