/** UTF-8 text in Base64, in browsers and servers alike. */
export function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
