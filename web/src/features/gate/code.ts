// The one-time code as people write it: small letters, spaces, and digits that look like letters. It has A to Z and 2 to 7.

const lookAlikes: Record<string, string> = { "0": "O", "1": "I", "8": "B" };

/** As the contract has it, "KQ7M-2XPD-3HTA"; what is not complete is only tidied. */
export function tidyCode(text: string): string {
  const letters = text.toUpperCase().replace(/[018]/g, (digit) => lookAlikes[digit]!).replace(/[^A-Z2-7]/g, "");
  return letters.match(/.{1,4}/g)?.join("-") ?? "";
}

export const isWhole = (code: string): boolean => /^[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}$/.test(code);

/** Of a link that a telephone's camera opened. The code stands behind the #, where no server and no log sees it. */
export const codeInHash = (hash: string): string => tidyCode(hash.replace(/^#/, ""));
