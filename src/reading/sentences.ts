/** Several things in a sentence, the first few by name: "A1, A2, A3, A4 and 12 more". */
export function inList(names: readonly string[], most = 4): string {
  const rest = names.length - most;
  return rest <= 1 ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${rest} more`;
}

/** A sentence may begin with it: "row 5" becomes "Row 5". */
export const sentenceCase = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
