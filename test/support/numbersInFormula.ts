/** The numbers that are typed into a formula: what is left once texts, sheets, cells and names are taken away. */
export const numbersInFormula = (formula: string): readonly number[] => {
  const bare = formula
    .replace(/"(?:[^"]|"")*"/g, ' ')
    .replace(/'(?:[^']|'')*'!/g, ' ')
    .replace(/\$?[A-Z]{1,3}\$?\d+/g, ' ')
    .replace(/[A-Za-z_\\][\w.\\]*/g, ' ');
  return [...bare.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
};
