/** The words of a text: punctuation and spaces part them. */
export function tokensOf(text: string): string[] {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').filter((word) => word !== '');
}
