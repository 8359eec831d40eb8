/** How a sentence shows what stood in a cell: on one line, in quotation marks, cut where it grows too long to read. */
export function quoted(value: unknown, longest = 60): string {
  const oneLine = String(value).replace(/[\s\u0000-\u001f]+/gu, ' ').trim();
  const characters = [...oneLine];
  return `"${characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : oneLine}"`;
}
