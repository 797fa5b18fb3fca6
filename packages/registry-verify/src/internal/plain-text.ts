/** Text for comparing: lower case, without accents, punctuation as single spaces. `Société Générale S.A.` → `societe generale s a`. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of {@link plain} text. */
export function wordsOf(text: string): string[] {
  const all = plain(text);
  return all === '' ? [] : all.split(' ');
}
